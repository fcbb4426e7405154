package io.replybeat.stream.pipeline;

import io.replybeat.care.document.Fields;
import io.replybeat.stream.intake.Arrival;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * When is "now" in a bounded run? The as-of instant, else the time of the last event; until then there is no now.
 *
 * <p>A whole history is at hand, so nothing in it is late, in whatever order it is read: event time stands still until all
 * is read, then comes once to its end. Runs with parallelism 1, because the last event of a part is not the last of all.
 */
public final class EndOfHistory extends AbstractStreamOperator<Arrival>
        implements OneInputStreamOperator<Arrival, Arrival> {

    private static final long serialVersionUID = 1;

    private final long asOf;
    private transient ListState<Long> lastEvent;
    private transient long last;

    /** @param asOf milliseconds, or {@link Fields#NONE}: the time of the last event */
    public EndOfHistory(long asOf) {
        this.asOf = asOf;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        lastEvent = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("last-event", Types.LONG));
        last = Long.MIN_VALUE;
        for (long before : lastEvent.get()) {
            last = Math.max(last, before);
        }
    }

    @Override
    public void processElement(StreamRecord<Arrival> record) {
        if (record.getValue() instanceof Arrival.Accepted accepted) {
            last = Math.max(last, accepted.event().occurredAt());
        }
        output.collect(record);
    }

    @Override
    public void processWatermark(Watermark mark) {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
            output.emitWatermark(new Watermark(asOf == Fields.NONE ? last : asOf));
            output.emitWatermark(mark);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        lastEvent.update(List.of(last));
    }
}
