package io.replybeat.sandbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.backfill.Backfill;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionTimeoutException;

/** The documents a backfill makes of a history, to hold Elasticsearch against: every id, every field, no tolerance. */
record Results(Map<Kind, Map<String, JsonNode>> documents) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Kind> COMPUTED =
            List.of(Kind.FACTS, Kind.CONVERSATIONS, Kind.WINDOWS, Kind.MESSAGES, Kind.LATE);

    static Results ofBackfill(Path events, Path output, JobOptions options) throws Exception {
        new Backfill(
                        Backfill.Input.at(events),
                        output,
                        options.with(Options.OUTPUT_FLUSH_INTERVAL, Duration.ofSeconds(5)))
                .run((read, all, count) -> {});
        Map<Kind, Map<String, JsonNode>> documents = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Map<String, JsonNode> byId = new TreeMap<>();
            for (String line : Files.readAllLines(output.resolve(kind.word() + ".jsonl"))) {
                JsonNode document = JSON.readTree(line);
                assertThat(byId.put(document.path("id").asText(), document))
                        .as("twice: %s", line)
                        .isNull();
            }
            documents.put(kind, byId);
        }
        return new Results(documents);
    }

    Map<String, JsonNode> of(Kind kind) {
        return documents.get(kind);
    }

    /** No instant at which something is judged lies so near before {@code instant} that the live job has not reached it. */
    void assertNothingIsDueJustBefore(Instant instant, Duration bound) {
        for (JsonNode fact : of(Kind.FACTS).values()) {
            if (fact.has("due_at")) {
                Instant due = Instant.parse(fact.path("due_at").asText());
                assertThat(due.isBefore(instant.minus(bound).minusMillis(1)) || due.isAfter(instant))
                        .as("due at %s", due)
                        .isTrue();
            }
        }
    }

    /** All that is no judgement of its moment. To be called when the job has consumed everything; its last requests may still be under way. */
    void assertEqualTo(Indices indices) throws IOException {
        assertEqualTo(indices, COMPUTED);
    }

    void assertEqualTo(Indices indices, List<Kind> kinds) throws IOException {
        try {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> countsMatch(indices.counts(), kinds)
                            && differences(indices, kinds).isEmpty());
        } catch (ConditionTimeoutException different) {
            assertThat(differences(indices, kinds)).isEmpty();
        }
    }

    private boolean countsMatch(Map<Kind, Long> counts, List<Kind> kinds) {
        return kinds.stream().allMatch(kind -> counts.get(kind) == of(kind).size());
    }

    private List<String> differences(Indices indices, List<Kind> kinds) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Kind kind : kinds) {
            Map<String, JsonNode> live = indices.of(kind);
            of(kind).forEach((id, document) -> {
                if (!document.equals(live.get(id))) {
                    differences.add("expected " + document + "\n    live " + live.get(id));
                }
            });
            live.forEach((id, document) -> {
                if (!of(kind).containsKey(id)) {
                    differences.add("live only " + document);
                }
            });
        }
        return differences.size() <= 5
                ? differences
                : List.of(differences.size() + " differences", String.join("\n", differences.subList(0, 5)));
    }
}
