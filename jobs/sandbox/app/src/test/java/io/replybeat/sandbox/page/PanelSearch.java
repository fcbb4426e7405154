package io.replybeat.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What a panel of Kibana or Grafana asks of Elasticsearch.
 *
 * @param timeField what the time range is about; null where the panel has none
 * @param aggregations empty for a list of documents
 */
record PanelSearch(String query, String timeField, int size, Map<String, Object> aggregations) {

    private static final String SLICES = "slices";
    private static final String COUNT = "count";

    static PanelSearch list(String query, String timeField, int size) {
        return new PanelSearch(query, timeField, size, Map.of());
    }

    static PanelSearch figures(String query, String timeField, Map<String, Object> aggregations) {
        return new PanelSearch(query, timeField, 0, aggregations);
    }

    static Map<String, Object> overTime(String field) {
        return Map.of("date_histogram", Map.of("field", field, "fixed_interval", "1h"));
    }

    static Map<String, Object> top(String field, int size, String orderBy, String order) {
        return Map.of("terms", Map.of("field", field, "size", size, "order", Map.of(orderBy, order)));
    }

    static Map<String, Object> bands(List<String> queries) {
        Map<String, Object> filters = new LinkedHashMap<>();
        queries.forEach(query -> filters.put("band" + filters.size(), lucene(query)));
        return Map.of("filters", Map.of("filters", filters));
    }

    /**
     * The buckets around each other, the measures in the innermost; as in both tools also in each that is sorted by them.
     *
     * @param buckets the outermost first
     */
    static Map<String, Object> nested(List<Map<String, Object>> buckets, Map<String, Object> measures) {
        Map<String, Object> aggregations = measures;
        for (int i = buckets.size() - 1; i >= 0; i--) {
            Map<String, Object> inner = new LinkedHashMap<>(aggregations);
            if (buckets.get(i).containsKey("terms")) {
                inner.putAll(measures);
            }
            Map<String, Object> bucket = new LinkedHashMap<>(buckets.get(i));
            bucket.put("aggs", inner);
            aggregations = Map.of(SLICES, bucket);
        }
        return aggregations;
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        return StreamSupport.stream(array.spliterator(), false).map(item).toList();
    }

    private static Map<String, Object> lucene(String query) {
        return Map.of("query_string", Map.of("query", query, "analyze_wildcard", true));
    }

    /** @param now what {@code now} in its queries stands for, and the end of the time range */
    Object body(Instant from, Instant now) {
        List<Object> filter = new ArrayList<>(List.of(lucene(query)));
        if (timeField != null) {
            Map<String, Object> range =
                    Map.of("gte", from.toEpochMilli(), "lte", now.toEpochMilli(), "format", "epoch_millis");
            filter.add(Map.of("range", Map.of(timeField, range)));
        }
        return at(
                now,
                Map.of(
                        "size",
                        size,
                        "track_total_hits",
                        true,
                        "query",
                        Map.of("bool", Map.of("filter", filter)),
                        "aggs",
                        aggregations));
    }

    /** Instants in queries are relative to the clock of the node, which is not that of the test. */
    private static Object at(Instant now, Object json) {
        if (json instanceof String text) {
            return text.replaceAll("\\bnow([+-]\\w+)?", "\"" + now + "||$1\"");
        } else if (json instanceof List<?> list) {
            return list.stream().map(item -> at(now, item)).toList();
        } else if (json instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, at(now, value)));
            return copy;
        }
        return json;
    }

    /** By measure its numbers in all slices; what has no measure is counted. */
    Map<String, List<Double>> numbers(JsonNode answer) {
        Map<String, List<Double>> numbers = new TreeMap<>();
        collect(answer.path("aggregations"), numbers);
        if (aggregations.isEmpty()) {
            numbers.put(COUNT, List.of(answer.at("/hits/total/value").asDouble()));
        }
        return numbers;
    }

    private static void collect(JsonNode slice, Map<String, List<Double>> numbers) {
        if (slice.has(SLICES)) {
            slice.at("/" + SLICES + "/buckets").forEach(inner -> collect(inner, numbers));
            return;
        }
        boolean isCounted = true;
        for (Map.Entry<String, JsonNode> measure : slice.properties()) {
            JsonNode value = measure.getValue().has("values")
                    ? measure.getValue().path("values").iterator().next()
                    : measure.getValue().path("value");
            if (measure.getValue().isObject()) {
                isCounted = false;
                if (value.isNumber()) {
                    numbers.computeIfAbsent(measure.getKey(), name -> new ArrayList<>())
                            .add(value.asDouble());
                }
            }
        }
        if (isCounted) {
            numbers.computeIfAbsent(COUNT, name -> new ArrayList<>())
                    .add(slice.path("doc_count").asDouble());
        }
    }
}
