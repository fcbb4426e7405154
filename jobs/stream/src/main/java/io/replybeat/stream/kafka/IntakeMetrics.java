package io.replybeat.stream.kafka;

import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.Reason;
import io.replybeat.stream.intake.Rejection;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** How many records were accepted, and how many rejected for each reason? */
final class IntakeMetrics {

    private final Counter accepted;
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);

    IntakeMetrics(MetricGroup group) {
        MetricGroup intake = group.addGroup("intake");
        accepted = intake.counter("accepted");
        for (Reason reason : Reason.values()) {
            rejected.put(reason, intake.addGroup("reason", reason.code()).counter("rejected"));
        }
    }

    void count(Arrival arrival) {
        if (arrival instanceof Rejection rejection) {
            rejected.get(rejection.reason()).inc();
        } else {
            accepted.inc();
        }
    }
}
