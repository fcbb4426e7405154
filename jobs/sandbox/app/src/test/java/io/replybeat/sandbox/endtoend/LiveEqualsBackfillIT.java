package io.replybeat.sandbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * DEFINITIONS §2 through real Kafka and Elasticsearch: the live job ends with the documents of the backfill, undisturbed,
 * restored from a checkpoint after a crash, and begun anew on the indices that a crashed run left behind.
 */
@ExtendWith(Nodes.class)
class LiveEqualsBackfillIT {

    private static final History HISTORY = History.shuffled(11);
    private static final int HALF = HISTORY.events().size() / 2;
    private static final int ALL = HISTORY.events().size();

    @TempDir
    static Path directory;

    private static Results expected;

    @BeforeAll
    static void compute() throws Exception {
        Path events = directory.resolve("events.jsonl");
        HISTORY.writeTo(events);
        JobOptions options = JobOptions.defaults().with(History.BRANDS);
        expected = Results.ofBackfill(events, directory.resolve("expected"), options);
        expected.assertNothingIsDueJustBefore(HISTORY.lastWordAt(), options.get(Options.TIME_OUT_OF_ORDERNESS));
        assertThat(values(Kind.FACTS, "kind"))
                .contains("reply", "first_response", "unanswered", "resolution", "reopen", "bot_phase", "sla");
        assertThat(values(Kind.FACTS, "outcome")).contains("met", "breached", "running");
        assertThat(expected.of(Kind.CONVERSATIONS)).hasSizeGreaterThan(200);
        assertThat(expected.of(Kind.WINDOWS)).hasSizeGreaterThan(5000);
        assertThat(expected.of(Kind.LATE)).isEmpty();
    }

    @Test
    void the_live_job_ends_with_the_documents_of_the_backfill(Nodes.Servers servers) throws Exception {
        JobOptions options = servers.options("live").with(Options.STATE_BACKEND, StateBackend.HASHMAP);
        String topic = options.get(Options.KAFKA_TOPIC);
        HISTORY.publish(0, HALF, servers, topic);
        try (LiveJob job = LiveJob.start(directory.resolve("live"), options);
                Indices indices = new Indices(options)) {
            HISTORY.publish(HALF, ALL, servers, topic);
            HISTORY.publishLastWords(servers, topic);
            job.awaitConsumed();

            expected.assertEqualTo(indices);
            // The same records are refused, for the same reasons; ids tell where a record lies, so they differ.
            assertThat(reasons(indices.of(Kind.REJECTED).values()))
                    .hasSameSizeAs(History.invalid())
                    .containsExactlyInAnyOrderElementsOf(
                            reasons(expected.of(Kind.REJECTED).values()));
            job.checkpoint();
            expected.assertEqualTo(indices);
            Instant aMinuteAgo = Instant.now().minusSeconds(60);
            assertThat(indices.health())
                    .containsKeys("conversation-sink|0", "message-sink|0", "window-sink|0", "rejected-sink|0")
                    .allSatisfy((id, health) -> {
                        assertThat(health.path("rejected").asInt(-1)).isZero();
                        assertThat(Instant.parse(health.path("at").asText())).isAfter(aMinuteAgo);
                    });
        }
    }

    @Test
    void a_job_that_crashed_goes_on_from_its_checkpoint_and_ends_with_the_same(Nodes.Servers servers) throws Exception {
        JobOptions options = hasty(servers.options("restored"));
        String topic = options.get(Options.KAFKA_TOPIC);
        HISTORY.publish(0, HALF, servers, topic);
        try (Indices indices = new Indices(options)) {
            try (LiveJob job = LiveJob.start(directory.resolve("restored"), options)) {
                job.awaitConsumed();
                job.checkpoint();
                Map<Kind, Long> before = indices.counts();
                HISTORY.publish(HALF, HALF + ALL / 4, servers, topic);
                // More is written than the checkpoint knows of.
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> indices.counts().get(Kind.CONVERSATIONS) > before.get(Kind.CONVERSATIONS));
            }
            HISTORY.publish(HALF + ALL / 4, ALL, servers, topic);
            HISTORY.publishLastWords(servers, topic);
            try (LiveJob job = LiveJob.start(directory.resolve("restored"), options)) {
                job.awaitConsumed();
                expected.assertEqualTo(indices);
            }
        }
    }

    @Test
    void a_job_begun_anew_corrects_all_that_a_crashed_one_had_written(Nodes.Servers servers) throws Exception {
        JobOptions options = hasty(servers.options("anew"));
        String topic = options.get(Options.KAFKA_TOPIC);
        HISTORY.publish(0, HALF, servers, topic);
        try (Indices indices = new Indices(options)) {
            try (LiveJob job = LiveJob.start(directory.resolve("crashed"), options)) {
                job.awaitConsumed();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> indices.counts().get(Kind.CONVERSATIONS) > 100);
            }
            HISTORY.publish(HALF, ALL, servers, topic);
            HISTORY.publishLastWords(servers, topic);
            // All in one go: what was true for a moment only is not written again, and must be taken back all the same.
            JobOptions patient = options.with(Options.OUTPUT_FLUSH_INTERVAL, Duration.ofSeconds(20))
                    .with(Options.OUTPUT_FLUSH_MAX_EVENTS, 1_000_000);
            try (LiveJob job = LiveJob.start(directory.resolve("anew"), patient)) {
                job.awaitConsumed();
                expected.assertEqualTo(indices);
            }
        }
    }

    /** Writes much that is true for a moment only. */
    private static JobOptions hasty(JobOptions options) {
        return options.with(Options.OUTPUT_FLUSH_INTERVAL, Duration.ofMillis(100))
                .with(Options.OUTPUT_FLUSH_MAX_EVENTS, 50);
    }

    private static List<String> values(Kind kind, String field) {
        return expected.of(kind).values().stream()
                .map(document -> document.path(field).asText())
                .distinct()
                .toList();
    }

    private static List<String> reasons(Collection<JsonNode> rejected) {
        return rejected.stream()
                .map(document -> document.path("reason").asText() + " "
                        + document.path("field").asText())
                .toList();
    }
}
