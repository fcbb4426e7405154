package io.replybeat.stream.callout;

import io.replybeat.care.callout.Fold;
import io.replybeat.care.callout.Step;
import io.replybeat.care.document.Fields;
import io.replybeat.stream.codec.CodecType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
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

    private static final ListStateDescriptor<Step> WAITING = new ListStateDescriptor<>("waiting", STEP);

    private final Fold<S, O> fold;
    private transient ListState<Step> waiting;
    private transient ValueState<S> memories;
    private transient InternalTimerService<VoidNamespace> timers;

    FoldOperator(Fold<S, O> fold) {
        this.fold = fold;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = context.getKeyedStateStore().getListState(WAITING);
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

    @Override
    public void processElement(StreamRecord<Step> record) throws Exception {
        Step step = record.getValue();
        waiting.add(step);
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, step.last().at());
    }

    /** The end of a bounded input is no instant: nothing ends with it. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(mark);
            return;
        }
        super.processWatermark(mark);
    }

    /** The first timer does all that is due by now; for those that were set beside it nothing is left. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        long now = timers.currentWatermark();
        List<Step> past = takePast(now);
        S memory = memories.value();
        if (memory == null) {
            if (past.isEmpty()) {
                return;
            }
            memory = fold.start();
        } else if (past.isEmpty() && !isDue(memory, now)) {
            return;
        }
        for (Step step : past) {
            endUpTo(step.last().at() - 1, memory);
            fold.see(
                    memory,
                    step,
                    said -> output.collect(new StreamRecord<>(said, step.last().at())));
        }
        endUpTo(now, memory);
        keep(memory);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("steps are taken in event time only");
    }

    private List<Step> takePast(long now) throws Exception {
        List<Step> past = new ArrayList<>();
        List<Step> ahead = new ArrayList<>();
        for (Step step : waiting.get()) {
            (step.last().at() <= now ? past : ahead).add(step);
        }
        if (!past.isEmpty()) {
            waiting.update(ahead);
            past.sort(Step.ORDER);
        }
        return past;
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

    private void keep(S memory) throws Exception {
        if (fold.isEmpty(memory)) {
            memories.clear();
            return;
        }
        memories.update(memory);
        long due = fold.due(memory);
        if (due != Fields.NONE) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due);
        }
    }
}
