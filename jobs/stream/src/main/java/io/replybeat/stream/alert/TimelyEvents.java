package io.replybeat.stream.alert;

import io.replybeat.care.clock.Timely;
import io.replybeat.care.event.Event;
import io.replybeat.stream.codec.CodecType;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Holds each conversation's events until event time passes them and lets them go once each, in order: {@link Timely}.
 *
 * <p>What comes later than the watermark's bound corrects the numbers and is not judged; {@code lateForAlerts} counts it.
 * Keyed by conversation; nothing is kept of an event once it is let go. Records carry the time of their event.
 *
 * <p>While no partition has anything to say ({@code time.idle-after}), event time goes on as the clock does: an answer gets
 * late also in a night in which nobody writes.
 */
public final class TimelyEvents extends AbstractStreamOperator<Event>
        implements OneInputStreamOperator<Event, Event>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1;

    private static final long SECOND = 1000;

    private static final ValueStateDescriptor<Timely> WAITING =
            new ValueStateDescriptor<>("waiting", CodecType.ofMutable(Timely.class, Timely.TimelyCodec.CODEC));

    /** Watermarks are no part of a checkpoint: without this a copy that comes after a restore would be judged once more. */
    private static final ListStateDescriptor<Long> PASSED = new ListStateDescriptor<>("passed", Types.LONG);

    private transient ValueState<Timely> waiting;
    private transient ListState<Long> passedAtCheckpoint;
    private transient long passed;
    private transient boolean silent;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Counter late;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = context.getKeyedStateStore().getState(WAITING);
        passedAtCheckpoint = context.getOperatorStateStore().getUnionListState(PASSED);
        passed = Long.MIN_VALUE;
        for (long instant : passedAtCheckpoint.get()) {
            passed = Math.max(passed, instant);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService("let-go", VoidNamespaceSerializer.INSTANCE, this);
        late = getMetricGroup().counter("lateForAlerts");
    }

    @Override
    public void processElement(StreamRecord<Event> record) throws Exception {
        Event event = record.getValue();
        if (event.occurredAt() <= passed) {
            late.inc();
            return;
        }
        Timely known = waiting.value();
        Timely timely = known == null ? new Timely() : known;
        if (event.occurredAt() < timely.earliest()) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, event.occurredAt());
        }
        timely.add(event);
        waiting.update(timely);
    }

    /** The end of a bounded input is no instant: what is not past by then is not judged. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
            return;
        }
        // What silence was taken for time stays so; the sources' own time may lie behind it for a moment.
        if (mark.getTimestamp() > timers.currentWatermark()) {
            passed = Math.max(passed, mark.getTimestamp());
            super.processWatermark(mark);
        }
    }

    /** Whoever reads on is not told of the silence: for them time goes on. */
    @Override
    public void processWatermarkStatus(WatermarkStatus status) {
        boolean begins = status.isIdle() && !silent;
        silent = status.isIdle();
        if (begins) {
            goOnAfter(getProcessingTimeService().getCurrentProcessingTime());
        }
    }

    private void goOnAfter(long clock) {
        ProcessingTimeService time = getProcessingTimeService();
        time.registerTimer(clock + SECOND, scheduled -> {
            if (silent && timers.currentWatermark() != Long.MIN_VALUE) {
                long now = time.getCurrentProcessingTime();
                processWatermark(new Watermark(timers.currentWatermark() + now - clock));
                goOnAfter(now);
            }
        });
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        passedAtCheckpoint.update(List.of(passed));
    }

    /** Lets go of all that is past by now, also of what the next timers were set for: for those nothing is left. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        Timely timely = waiting.value();
        if (timely == null) {
            return;
        }
        for (Event event : timely.passedBy(timers.currentWatermark())) {
            output.collect(new StreamRecord<>(event, event.occurredAt()));
        }
        if (timely.isEmpty()) {
            waiting.clear();
        } else {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, timely.earliest());
            waiting.update(timely);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("events are let go in event time only");
    }
}
