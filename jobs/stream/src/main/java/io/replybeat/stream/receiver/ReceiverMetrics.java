package io.replybeat.stream.receiver;

import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/** How is a receiver doing? What Flink counts for every sink, and what only this one knows. */
final class ReceiverMetrics {

    /** Moments the receiver has taken. */
    final Counter delivered;

    /** Times it was told once more of what still fires. */
    final Counter repeats;

    /** Times a moment had to be sent again. */
    final Counter retries;

    /** Moments too old to call anybody. */
    final Counter outdated;

    private final Counter rejected;
    private final Counter errors;

    ReceiverMetrics(SinkWriterMetricGroup group, IntSupplier undelivered) {
        delivered = group.getNumRecordsSendCounter();
        errors = group.getNumRecordsSendErrorsCounter();
        repeats = group.counter("repeats");
        retries = group.counter("retries");
        outdated = group.counter("outdated");
        rejected = group.counter("rejected");
        group.gauge("undelivered", (Gauge<Integer>) undelivered::getAsInt);
    }

    /** The receiver will never take it. */
    void reject() {
        rejected.inc();
        errors.inc();
    }
}
