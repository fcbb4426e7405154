package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.view.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Is the pipeline well: how far has it come, what did it refuse, what came too late, how does delivery go? */
final class HealthSection implements Section {

    private static final int MOST_WRITERS = 1_000;
    /** What a job that is gone wrote last says nothing of the one that runs. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final String rejected;
    private final String late;
    private final String health;

    HealthSection(String indexPrefix) {
        this.rejected = indexPrefix + "-rejected";
        this.late = indexPrefix + "-late";
        this.health = indexPrefix + "-health";
    }

    @Override
    public List<Search> questions(Asked asked) {
        Query lately = Query.range("at", "gte", asked.now().minus(FORGOTTEN_AFTER));
        return List.of(
                Search.howMany(rejected, Query.all()),
                Search.howMany(rejected, within("arrived_at", asked.span())),
                Search.howMany(late, Query.all()),
                Search.howMany(late, within("event_time", asked.span())),
                Search.first(MOST_WRITERS, health, lately, "at", "desc"));
    }

    private static Query within(String field, Span span) {
        return Query.all(Query.range(field, "gte", span.from()), Query.range(field, "lt", span.to()));
    }

    @Override
    public void write(Asked asked, List<JsonNode> answers, ObjectNode snapshot) {
        ObjectNode json = snapshot.putObject("health");
        json.set("newest_event_at", snapshot.get("newest_event_at"));
        json.put("rejected", total(answers.get(0))).put("rejected_in_range", total(answers.get(1)));
        json.put("late", total(answers.get(2))).put("late_in_range", total(answers.get(3)));
        List<JsonNode> writers = new ArrayList<>();
        answers.get(4).at("/hits/hits").forEach(hit -> writers.add(hit.path("_source")));
        String eventTime = earliest(writers, "event_time");
        json.put("event_time", eventTime);
        json.put("lag_seconds", eventTime == null ? null : secondsUntil(asked.now(), eventTime));
        sinks(writers, asked.now(), json.putArray("sinks"));
    }

    private static void sinks(List<JsonNode> writers, Instant now, ArrayNode sinks) {
        Map<String, List<JsonNode>> perSink = new TreeMap<>();
        writers.forEach(writer -> perSink.computeIfAbsent(writer.path("sink").asText(), name -> new ArrayList<>())
                .add(writer));
        perSink.forEach((sink, subtasks) -> {
            ObjectNode row = sinks.addObject().put("sink", sink);
            row.put("at", earliest(subtasks, "at"));
            for (String counted : List.of("delivered", "retried", "rejected", "pending")) {
                row.put(
                        counted,
                        subtasks.stream()
                                .mapToLong(subtask -> subtask.path(counted).asLong())
                                .sum());
            }
            String oldest = earliest(subtasks, "oldest_pending_at");
            row.put("oldest_pending_seconds", oldest == null ? null : secondsUntil(now, oldest));
        });
    }

    private static String earliest(List<JsonNode> writers, String field) {
        return writers.stream()
                .filter(writer -> writer.hasNonNull(field))
                .map(writer -> Instant.parse(writer.path(field).asText()))
                .min(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse(null);
    }

    private static long secondsUntil(Instant now, String earlier) {
        return Math.max(0, Duration.between(Instant.parse(earlier), now).toSeconds());
    }

    private static long total(JsonNode answer) {
        return answer.at("/hits/total/value").asLong();
    }
}
