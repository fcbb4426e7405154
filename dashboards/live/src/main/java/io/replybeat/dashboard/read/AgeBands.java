package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How old are the open waits? Four bands by age on the wall clock: under 15 min, under 1 h, under 4 h, and older.
 *
 * <p>A band starts exclusive and ends inclusive in age (a wait of exactly 15 min is in the first). Waits that start in the
 * future (clocks differ) are young.
 */
public final class AgeBands {

    /** Upper ends; the last band has none. */
    public static final List<Duration> ENDS = List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));

    private AgeBands() {}

    static ObjectNode aggregation(String field, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode ranges = json.putObject("date_range")
                .put("field", field)
                .put("keyed", true)
                .putArray("ranges");
        Instant youngerEnd = null;
        for (int band = 0; band <= ENDS.size(); band++) {
            ObjectNode range = ranges.addObject().put("key", key(band));
            if (youngerEnd != null) {
                range.put("to", youngerEnd.toString());
            }
            if (band < ENDS.size()) {
                youngerEnd = now.minus(ENDS.get(band));
                range.put("from", youngerEnd.toString());
            }
        }
        return json;
    }

    /** Youngest first. */
    static List<Long> counts(JsonNode aggregation) {
        List<Long> counts = new ArrayList<>();
        for (int band = 0; band <= ENDS.size(); band++) {
            counts.add(aggregation
                    .path("buckets")
                    .path(key(band))
                    .path("doc_count")
                    .asLong());
        }
        return List.copyOf(counts);
    }

    private static String key(int band) {
        return "band" + band;
    }
}
