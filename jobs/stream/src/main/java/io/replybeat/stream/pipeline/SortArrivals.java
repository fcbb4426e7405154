package io.replybeat.stream.pipeline;

import io.replybeat.care.document.Fields;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.intake.RejectionCodec;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts the events from what is none. In a run with an as-of instant, what happened after it is left out and counted. */
final class SortArrivals extends ProcessFunction<Arrival, Arrival.Accepted> {

    private static final long serialVersionUID = 1;

    static final OutputTag<Rejection> REJECTED =
            new OutputTag<>("rejected", CodecType.of(Rejection.class, RejectionCodec.CODEC));

    private final long asOf;
    private transient Counter leftOut;

    /** @param asOf milliseconds, or {@link Fields#NONE} where nothing is left out */
    SortArrivals(long asOf) {
        this.asOf = asOf;
    }

    @Override
    public void open(OpenContext context) {
        leftOut = getRuntimeContext().getMetricGroup().counter("leftOutAfterAsOf");
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<Arrival.Accepted> out) {
        if (arrival instanceof Rejection rejection) {
            context.output(REJECTED, rejection);
        } else if (arrival instanceof Arrival.Accepted accepted) {
            if (asOf == Fields.NONE || accepted.event().occurredAt() <= asOf) {
                out.collect(accepted);
            } else {
                leftOut.inc();
            }
        }
    }
}
