package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.view.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What should somebody look at: all that fires, and what fired in the range; and who has taken it upon themselves? */
final class AlertsSection implements Section {

    private static final int MOST_ALERTS = 100;
    /** The latest ones: who looked after an alert before these looks no more. */
    private static final int MOST_ACKNOWLEDGEMENTS = 1_000;

    private static final List<String> SHOWN = List.of(
            "id",
            "rule",
            "brand",
            "cut",
            "subject",
            "state",
            "severity",
            "muted",
            "since",
            "fired_at",
            "updated_at",
            "resolved_at",
            "title",
            "why",
            "measure",
            "value",
            "expected",
            "low",
            "high",
            "threshold");

    private final String alerts;
    private final String acknowledgements;

    AlertsSection(String indexPrefix) {
        this.alerts = indexPrefix + "-alerts";
        this.acknowledgements = indexPrefix + "-acknowledgements";
    }

    @Override
    public List<Search> questions(Asked asked) {
        Span span = asked.span();
        Query inRange = Query.all(Query.range("since", "lt", span.to()), Query.range("updated_at", "gte", span.from()));
        Query shown = Query.any(Query.term("state", "firing"), inRange);
        String brand = asked.view().brand();
        Query ofBrand = brand == null ? shown : Query.all(Query.term("brand", brand), shown);
        Search found = Search.first(MOST_ALERTS, alerts, ofBrand, "state", "asc");
        ((ArrayNode) found.body().get("sort"))
                .addObject()
                .putObject("updated_at")
                .put("order", "desc")
                .put("unmapped_type", "date");
        found.body().put("track_total_hits", true);
        ArrayNode fields = found.body().putArray("_source");
        SHOWN.forEach(fields::add);
        return List.of(found, Search.first(MOST_ACKNOWLEDGEMENTS, acknowledgements, Query.all(), "at", "desc"));
    }

    @Override
    public void write(Asked asked, List<JsonNode> answers, ObjectNode snapshot) {
        Map<String, ObjectNode> acknowledged = new HashMap<>();
        answers.get(1)
                .at("/hits/hits")
                .forEach(hit ->
                        acknowledged.put(hit.at("/_source/alert_id").asText(), acknowledgement(hit.path("_source"))));
        snapshot.put("alerts_in_all", answers.get(0).at("/hits/total/value").asLong());
        ArrayNode list = snapshot.putArray("alerts");
        for (JsonNode hit : answers.get(0).at("/hits/hits")) {
            ObjectNode alert = list.addObject();
            SHOWN.forEach(field -> alert.set(field, hit.path("_source").get(field)));
            alert.set("acknowledged", acknowledged.get(alert.path("id").asText()));
        }
    }

    /** Who, when and with which note. */
    static ObjectNode acknowledgement(JsonNode document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("by", document.get("by"));
        json.set("at", document.get("at"));
        json.set("note", document.get("note"));
        return json;
    }
}
