package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who waits now, and how fresh is what we know? Read from the conversation documents, which are true at every instant;
 * finished waits alone would hide the customers who still wait.
 */
final class Conversations {

    /** A brand that was silent for longer and has nobody waiting leaves the page. */
    private static final Duration BRAND_SHOWN_FOR = Duration.ofDays(7);
    /** One wall does not hold more; further brands would need pages of their own. */
    static final int MOST_BRANDS = 150;

    private static final String SINCE = "open_wait_since";
    private static final String LAST_EVENT = "last_event_at";

    private final String alias;

    Conversations(String indexPrefix) {
        this.alias = indexPrefix + "-conversations";
    }

    Search waiting(Instant now) {
        ObjectNode perBrand = JsonNodeFactory.instance.objectNode();
        perBrand.set("oldest", metric("min", SINCE));
        perBrand.set("age", AgeBands.aggregation(SINCE, now));
        return new Search(alias, byBrand(Query.exists(SINCE), perBrand));
    }

    Search freshness(Instant now) {
        ObjectNode perBrand = JsonNodeFactory.instance.objectNode();
        perBrand.set("newest", metric("max", LAST_EVENT));
        // Whole hours: the filter stays the same for an hour and so stays in Elasticsearch's cache.
        Instant shownSince = now.minus(BRAND_SHOWN_FOR).truncatedTo(ChronoUnit.HOURS);
        return new Search(alias, byBrand(Query.range(LAST_EVENT, "gte", shownSince), perBrand));
    }

    static Map<String, Waiting> readWaiting(JsonNode answer) {
        Map<String, Waiting> waiting = new TreeMap<>();
        for (JsonNode bucket : answer.at("/aggregations/brand/buckets")) {
            waiting.put(
                    bucket.path("key").asText(),
                    new Waiting(
                            bucket.path("doc_count").asLong(),
                            instant(bucket.path("oldest")),
                            AgeBands.counts(bucket.path("age"))));
        }
        return waiting;
    }

    static Map<String, Instant> readFreshness(JsonNode answer) {
        Map<String, Instant> newest = new TreeMap<>();
        for (JsonNode bucket : answer.at("/aggregations/brand/buckets")) {
            newest.put(bucket.path("key").asText(), instant(bucket.path("newest")));
        }
        return newest;
    }

    private static ObjectNode byBrand(Query query, ObjectNode perBrand) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 0).put("track_total_hits", false).set("query", query.json());
        ObjectNode brand = body.putObject("aggs").putObject("brand");
        brand.putObject("terms").put("field", "brand").put("size", MOST_BRANDS);
        brand.set("aggs", perBrand);
        return body;
    }

    private static ObjectNode metric(String name, String field) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject(name).put("field", field);
        return json;
    }

    /** Elasticsearch gives minima and maxima of dates as a double of milliseconds, exact below 2^53. */
    private static Instant instant(JsonNode metric) {
        JsonNode value = metric.path("value");
        return value.isNumber() ? Instant.ofEpochMilli(value.asLong()) : null;
    }
}
