package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.read.AgeBands;
import io.replybeat.dashboard.read.BrandNumbers;
import io.replybeat.dashboard.read.Measured;
import io.replybeat.dashboard.read.NowNumber;
import io.replybeat.dashboard.read.PageNumber;
import io.replybeat.dashboard.read.RangeNumber;
import io.replybeat.dashboard.read.Snapshot;
import io.replybeat.dashboard.read.Waiting;
import java.util.Map;

/**
 * How is a snapshot written for the page? Names in snake case, instants as ISO-8601 UTC, what isn't known as null.
 *
 * <p>{@code state} is starting before the first good answer and live after it; {@code stale} says since when and why the
 * numbers are not the present ones, and is null when they are.
 */
final class SnapshotJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SnapshotJson() {}

    /** Both may be null: no good answer yet, no outage. */
    static ObjectNode of(Snapshot snapshot, Outage outage) {
        ObjectNode json = JSON.objectNode().put("state", snapshot == null ? "starting" : "live");
        json.set("stale", outage == null ? null : stale(outage));
        json.set("numbers", numbers());
        ArrayNode bandEnds = json.putArray("band_ends");
        AgeBands.ENDS.forEach(end -> bandEnds.add(end.toSeconds()));
        json.put("newest_event_at", snapshot == null ? null : text(snapshot.newestEventAt()));
        ArrayNode brands = json.putArray("brands");
        if (snapshot != null) {
            snapshot.brands().forEach(brand -> brands.add(brand(brand)));
        }
        return json;
    }

    private static ObjectNode stale(Outage outage) {
        return JSON.objectNode().put("since", text(outage.since())).put("problem", outage.problem());
    }

    private static ObjectNode numbers() {
        ObjectNode json = JSON.objectNode();
        for (NowNumber number : NowNumber.values()) {
            json.set(number.key(), described(number));
        }
        for (RangeNumber number : RangeNumber.values()) {
            json.set(
                    number.key(),
                    described(number).put("samples", number.samples()).put("enough", number.enough()));
        }
        return json;
    }

    private static ObjectNode described(PageNumber number) {
        return JSON.objectNode()
                .put("group", number.group())
                .put("title", number.title())
                .put("unit", number.unit())
                .put("definition", number.definition());
    }

    private static ObjectNode brand(BrandNumbers brand) {
        ObjectNode json = JSON.objectNode().put("brand", brand.brand()).put("last_event_at", text(brand.lastEventAt()));
        json.set("waiting", waiting(brand.waiting()));
        ObjectNode ranges = json.putObject("ranges");
        brand.ranges().forEach((range, measured) -> ranges.set(range.key(), range(measured)));
        return json;
    }

    private static ObjectNode waiting(Waiting waiting) {
        ObjectNode json = JSON.objectNode()
                .put("customers", waiting.customers())
                .put("oldest_since", text(waiting.oldestSince()));
        ArrayNode bands = json.putArray("bands");
        waiting.bands().forEach(bands::add);
        return json;
    }

    private static ObjectNode range(Map<RangeNumber, Measured> measured) {
        ObjectNode json = JSON.objectNode();
        measured.forEach((number, value) ->
                json.putObject(number.key()).put("value", value.value()).put("of", value.of()));
        return json;
    }

    private static String text(Object instant) {
        return instant == null ? null : instant.toString();
    }
}
