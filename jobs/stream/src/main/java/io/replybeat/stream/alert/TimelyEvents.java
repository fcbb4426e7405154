package io.replybeat.stream.alert;

import io.replybeat.care.clock.Timely;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.stream.codec.CodecType;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Holds each conversation's events until event time passes them and lets them go once each, in order: {@link Timely}.
 *
 * <p>What comes later than the watermark's bound corrects the numbers and is not judged; {@code lateForAlerts} counts it.
 * Keyed by conversation; {@link HeldBack} keeps them in memory. Records carry the time of
 * their event; one that came late carries the time at which it came.
 *
 * <p>While no partition has anything to say ({@code time.idle-after}), event time goes on as the clock does since it was told last: an
 * answer gets late also in a night in which nobody writes, and the last post of a surge is not waited behind.
 */
public final class TimelyEvents extends AbstractStreamOperator<LetGo> implements OneInputStreamOperator<Event, LetGo> {

    private static final long serialVersionUID = 1;

    /** As often as the sources tell the time. */
    private static final long TICK = 200;

    private static final long NEVER = Long.MIN_VALUE;

    private static final CodecType<Event> EVENT = CodecType.of(Event.class, EventCodec.CODEC);

    /** Watermarks are no part of a checkpoint: without this a copy that comes after a restore would be judged once more. */
    private static final ListStateDescriptor<Long> PASSED = new ListStateDescriptor<>("passed", Types.LONG);

    private transient HeldBack<Event> waiting;
    private transient ListState<Long> passedAtCheckpoint;
    private transient long passed;
    /** When the clock showed it. */
    private transient long passedAt;

    private transient boolean silent;
    private transient long silences;
    private transient Counter late;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new HeldBack<>(
                context, getKeyedStateBackend(), EVENT, EventCodec.CODEC, Event::occurredAt, ConversationKey::idOf);
        passedAtCheckpoint = context.getOperatorStateStore().getUnionListState(PASSED);
        passed = NEVER;
        passedAt = NEVER;
        for (long instant : passedAtCheckpoint.get()) {
            passed = Math.max(passed, instant);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        late = getMetricGroup().counter("lateForAlerts");
    }

    /** State is touched behind the watermark only: to find a key for each costs as much as to hold it back. */
    @Override
    public void setKeyContextElement(StreamRecord<Event> record) {}

    @Override
    public void processElement(StreamRecord<Event> record) {
        Event event = record.getValue();
        if (event.occurredAt() <= passed) {
            late.inc();
            output.collect(new StreamRecord<>(new LetGo(event, true), passed + 1));
        } else {
            waiting.add(event);
        }
    }

    /** The end of a bounded input is no instant: what is not past by then is not judged. */
    @Override
    public void processWatermark(Watermark mark) {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
        } else if (mark.getTimestamp() > passed) {
            // What silence was taken for time stays so; the sources' own time may lie behind it for a moment.
            passed = mark.getTimestamp();
            passedAt = clock();
            letGo();
            output.emitWatermark(mark);
        }
    }

    private long clock() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }

    private void letGo() {
        for (List<Event> events : waiting.takePassedBy(passed).values()) {
            for (Event event : events.size() == 1 ? events : Timely.inOrder(events)) {
                output.collect(new StreamRecord<>(new LetGo(event, false), event.occurredAt()));
            }
        }
    }

    /** Whoever reads on is not told of the silence: for them time goes on. */
    @Override
    public void processWatermarkStatus(WatermarkStatus status) {
        boolean begins = status.isIdle() && !silent;
        silent = status.isIdle();
        if (begins) {
            // After a restore nobody knows when.
            passedAt = passedAt == NEVER ? clock() : passedAt;
            goOn(++silences);
        }
    }

    private void goOn(long silence) {
        getProcessingTimeService().registerTimer(clock() + TICK, scheduled -> {
            if (!silent || silence != silences) {
                return;
            }
            if (passed != NEVER) {
                processWatermark(new Watermark(passed + clock() - passedAt));
            }
            goOn(silence);
        });
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        waiting.snapshot();
        passedAtCheckpoint.update(List.of(passed));
        super.snapshotState(context);
    }
}
