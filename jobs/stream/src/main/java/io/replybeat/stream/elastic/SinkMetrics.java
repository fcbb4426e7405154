package io.replybeat.stream.elastic;

import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** How is the sink doing? What Flink counts for every sink, and what only this one knows. */
final class SinkMetrics {

    private static final int LATENCY_SAMPLES = 500;

    /** Documents that Elasticsearch has taken. */
    final Counter delivered;

    final Counter bytes;

    /** Documents rejected for good. */
    final Counter rejected;

    /** Times a document had to be sent again. */
    final Counter retries;

    /** Documents that met a newer version of themselves: replays, and writes that were delayed. */
    final Counter conflicts;

    /** Milliseconds from sending a request to its answer. */
    final Histogram latency;

    private final Counter errors;

    SinkMetrics(SinkWriterMetricGroup group, IntSupplier buffered) {
        delivered = group.getNumRecordsSendCounter();
        bytes = group.getNumBytesSendCounter();
        errors = group.getNumRecordsSendErrorsCounter();
        rejected = group.counter("rejected");
        retries = group.counter("bulkRetries");
        conflicts = group.counter("conflicts");
        latency = group.histogram("bulkLatency", new DescriptiveStatisticsHistogram(LATENCY_SAMPLES));
        group.gauge("buffered", (Gauge<Integer>) buffered::getAsInt);
    }

    void reject() {
        rejected.inc();
        errors.inc();
    }
}
