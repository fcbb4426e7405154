package io.replybeat.stream.alert;

import io.replybeat.care.clock.Timely;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.stream.codec.CodecType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
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

/**
 * Holds each conversation's events until event time passes them and lets them go once each, in order: {@link Timely}.
 *
 * <p>What comes later than the watermark's bound corrects the numbers and is not judged; {@code lateForAlerts} counts it.
 * Keyed by conversation; nothing is kept of an event once it is let go. Records carry the time of their event.
 */
public final class TimelyEvents extends AbstractStreamOperator<Event>
        implements OneInputStreamOperator<Event, Event>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1;

    private static final ListStateDescriptor<Event> WAITING =
            new ListStateDescriptor<>("waiting", CodecType.of(Event.class, EventCodec.CODEC));

    /** Watermarks are no part of a checkpoint: without this a copy that comes after a restore would be judged once more. */
    private static final ListStateDescriptor<Long> PASSED = new ListStateDescriptor<>("passed", Types.LONG);

    private transient ListState<Event> waiting;
    private transient ListState<Long> passedAtCheckpoint;
    private transient long passed;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Counter late;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = context.getKeyedStateStore().getListState(WAITING);
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
        waiting.add(event);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, event.occurredAt());
    }

    /** The end of a bounded input is no instant: what is not past by then is not judged. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
            return;
        }
        passed = Math.max(passed, mark.getTimestamp());
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        passedAtCheckpoint.update(List.of(passed));
    }

    /** The first timer lets go of all that is past by now; for those that were set beside it nothing is left. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        long now = timers.currentWatermark();
        List<Event> past = new ArrayList<>();
        List<Event> ahead = new ArrayList<>();
        for (Event event : waiting.get()) {
            (event.occurredAt() <= now ? past : ahead).add(event);
        }
        if (past.isEmpty()) {
            return;
        }
        waiting.update(ahead);
        for (Event event : Timely.inOrder(past)) {
            output.collect(new StreamRecord<>(event, event.occurredAt()));
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("events are let go in event time only");
    }
}
