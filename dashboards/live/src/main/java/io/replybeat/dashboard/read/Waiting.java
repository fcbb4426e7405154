package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.document.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Of those who wait: how many, since when the oldest, by age, how many beyond a target and how many soon? The same for all
 * of them and for every slice, so that no two panels can differ.
 */
final class Waiting {

    /** A target that is due so soon is at risk. */
    static final Duration AT_RISK_WITHIN = Duration.ofMinutes(10);

    static final String SINCE = "open_wait_since";
    /** The targets of those who wait, by their name in the documents. */
    static final List<String> TARGETS = List.of("first_response", "next_reply");

    private Waiting() {}

    /** Adds the aggregations that {@link #write} reads. */
    static void aggregate(ObjectNode aggregations, Instant now) {
        aggregations.putObject("oldest").putObject("min").put("field", SINCE);
        aggregations.set("age", AgeBands.aggregation(SINCE, now));
        aggregations.putObject("breached").set("filter", breached(now).json());
        Query soon = dueBy(now.plus(AT_RISK_WITHIN), "lte");
        aggregations
                .putObject("at_risk")
                .set("filter", Query.all(soon, Query.not(breached(now))).json());
    }

    /** A target that has passed is missed, whether or not the job has said so yet. */
    static Query breached(Instant now) {
        return dueBy(now, "lt");
    }

    private static Query dueBy(Instant at, String bound) {
        return Query.any(TARGETS.stream()
                .map(target -> Query.range("sla." + target + ".due_at", bound, at))
                .toArray(Query[]::new));
    }

    /** @param counted a bucket, or a whole answer */
    static void write(long customers, JsonNode counted, ObjectNode json) {
        json.put("waiting", customers)
                .put("at_risk", counted.at("/at_risk/doc_count").asLong())
                .put("breached", counted.at("/breached/doc_count").asLong())
                .put("oldest_since", instant(counted.path("oldest")));
        ArrayNode bands = json.putArray("bands");
        AgeBands.counts(counted.path("age")).forEach(bands::add);
    }

    /** Elasticsearch gives minima and maxima of dates as a double of milliseconds, exact below 2^53. */
    static String instant(JsonNode metric) {
        JsonNode value = metric.path("value");
        return value.isNumber() ? Instants.text(value.asLong()) : null;
    }

    /** One who waits, with the target that is due next or was missed first; null where none applies. */
    static ObjectNode conversation(JsonNode document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("brand", document.path("brand"));
        json.set("conversation_id", document.path("conversation_id"));
        json.set("network", document.get("network"));
        json.set("agent", document.get("agent_id"));
        json.set("team", document.get("team_id"));
        json.set("tier", document.get("tier"));
        json.set("topic", document.get("topic"));
        json.set("language", document.get("language"));
        json.set("since", document.get(SINCE));
        json.set("messages", document.get("waiting_messages"));
        String first = TARGETS.stream()
                .filter(target -> document.at("/sla/" + target).hasNonNull("due_at"))
                .min((a, b) -> due(document, a).compareTo(due(document, b)))
                .orElse(null);
        json.put("target", first);
        json.put("due_at", first == null ? null : due(document, first).toString());
        json.put(
                "outcome",
                first == null ? null : document.at("/sla/" + first + "/outcome").asText());
        return json;
    }

    private static Instant due(JsonNode document, String target) {
        return Instant.parse(document.at("/sla/" + target + "/due_at").asText());
    }
}
