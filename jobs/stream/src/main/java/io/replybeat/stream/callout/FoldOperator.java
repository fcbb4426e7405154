package io.replybeat.stream.callout;

import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.Step;
import io.replybeat.care.document.Fields;
import io.replybeat.stream.alert.HeldBack;
import io.replybeat.stream.codec.CodecType;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
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
 * Holds each key's steps until event time passes them and gives them to its {@link Fold}, in order.
 *
 * <p>Steps come from many conversations and over several ways, so only behind the watermark their order is known. Nothing that
 * the fold says depends on how far the watermark jumps. Records carry the time of the step or of the end that made it say so.
 */
final class FoldOperator<S, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<Step, O>, Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1;

    static final CodecType<Step> STEP = CodecType.of(Step.class, Step.StepCodec.CODEC);

    private final CalloutPattern.SignKey key;
    private final Fold<S, O> fold;
    private transient HeldBack<Step> waiting;
    private transient ValueState<S> memories;
    private transient InternalTimerService<VoidNamespace> timers;

    FoldOperator(CalloutPattern.SignKey key, Fold<S, O> fold) {
        this.key = key;
        this.fold = fold;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new HeldBack<>(
                context,
                getKeyedStateBackend(),
                STEP,
                Step.StepCodec.CODEC,
                step -> step.last().at(),
                step -> key.of(step.last()));
        memories = context.getKeyedStateStore().getState(new ValueStateDescriptor<>("memory", memoryType()));
    }

    @SuppressWarnings("unchecked")
    private CodecType<S> memoryType() {
        return CodecType.ofMutable((Class<S>) fold.start().getClass(), fold.codec());
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService("steps", VoidNamespaceSerializer.INSTANCE, this);
    }

    /** State is touched behind the watermark only: to find a key for each costs as much as to hold it back. */
    @Override
    public void setKeyContextElement(StreamRecord<Step> record) {}

    @Override
    public void processElement(StreamRecord<Step> record) {
        waiting.add(record.getValue());
    }

    /** The end of a bounded input is no instant: nothing ends with it. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
            return;
        }
        for (Map.Entry<String, List<Step>> past :
                waiting.takePassedBy(mark.getTimestamp()).entrySet()) {
            setCurrentKey(past.getKey());
            see(past.getValue(), mark.getTimestamp());
        }
        super.processWatermark(mark);
    }

    private void see(List<Step> past, long now) throws Exception {
        S known = memories.value();
        S memory = known == null ? fold.start() : known;
        long timer = fold.due(memory);
        past.sort(Step.ORDER);
        for (Step step : past) {
            endUpTo(step.last().at() - 1, memory);
            fold.see(
                    memory,
                    step,
                    said -> output.collect(new StreamRecord<>(said, step.last().at())));
        }
        endUpTo(now, memory);
        if (known != null || !fold.isEmpty(memory)) {
            keep(memory, timer);
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        S memory = memories.value();
        if (memory == null) {
            return;
        }
        if (isDue(memory, timers.currentWatermark())) {
            endUpTo(timers.currentWatermark(), memory);
            keep(memory, Fields.NONE);
        } else {
            ringAt(fold.due(memory));
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        waiting.snapshot();
        super.snapshotState(context);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("steps are taken in event time only");
    }

    private boolean isDue(S memory, long now) {
        long due = fold.due(memory);
        return due != Fields.NONE && due <= now;
    }

    private void endUpTo(long instant, S memory) {
        while (isDue(memory, instant)) {
            long due = fold.due(memory);
            fold.end(memory, said -> output.collect(new StreamRecord<>(said, due)));
        }
    }

    /** @param timer not later than the next one that is set, which looks what is due then; none if none is */
    private void keep(S memory, long timer) throws Exception {
        if (fold.isEmpty(memory)) {
            memories.clear();
            return;
        }
        memories.update(memory);
        long due = fold.due(memory);
        if (timer == Fields.NONE || due < timer) {
            ringAt(due);
        }
    }

    private void ringAt(long due) {
        if (due != Fields.NONE) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due);
        }
    }
}
