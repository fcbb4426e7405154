package io.replybeat.sandbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.document.Kind;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Alerts through real Kafka and Elasticsearch: of what came in time the live job tells what the backfill tells, also after a crash. */
@ExtendWith(Nodes.class)
class AlertsLiveEqualBackfillIT {

    private static final History HISTORY = History.inOrder(5);
    private static final int HALF = HISTORY.events().size() / 2;
    private static final int ALL = HISTORY.events().size();

    @TempDir
    Path directory;

    @Test
    void the_live_job_tells_the_alerts_of_the_backfill_though_it_crashed(Nodes.Servers servers) throws Exception {
        Path events = directory.resolve("events.jsonl");
        HISTORY.writeTo(events);
        Results expected = Results.ofBackfill(
                events, directory.resolve("expected"), JobOptions.defaults().with(History.BRANDS));
        JobOptions options = servers.options("alerts").with(Options.STATE_BACKEND, StateBackend.HASHMAP);
        String topic = options.get(Options.KAFKA_TOPIC);
        HISTORY.publish(0, HALF, servers, topic);
        try (Indices indices = new Indices(options)) {
            try (LiveJob job = LiveJob.start(directory.resolve("live"), options)) {
                job.awaitConsumed();
                HISTORY.publish(HALF, HALF + ALL / 4, servers, topic);
            }
            HISTORY.publish(HALF + ALL / 4, ALL, servers, topic);
            HISTORY.publishLastWords(servers, topic);
            try (LiveJob job = LiveJob.start(directory.resolve("live"), options)) {
                job.awaitConsumed();

                assertThat(expected.of(Kind.ALERTS).keySet())
                        .anyMatch(id -> id.startsWith("volume_spike|lumo"))
                        .anyMatch(id -> id.startsWith("sla_at_risk|"))
                        .anyMatch(id -> id.startsWith("sla_breached|"));
                expected.assertEqualTo(indices, List.of(Kind.ALERTS));
            }
        }
    }
}
