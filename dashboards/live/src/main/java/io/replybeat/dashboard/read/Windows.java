package io.replybeat.dashboard.read;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Tally;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.dashboard.view.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in a span? Read from the window documents and added up by the same summaries that wrote them, so a number
 * has one definition.
 */
final class Windows {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final String alias;

    Windows(String indexPrefix) {
        this.alias = indexPrefix + "-windows";
    }

    /**
     * @param brand null for all
     * @param value null for all of the cut
     */
    Search of(String brand, Cut cut, String value, Span span) {
        List<Query> parts = new ArrayList<>(List.of(
                Query.term("cut", cut.word()),
                Query.term("size", span.window().word()),
                Query.range("start", "gte", span.from()),
                Query.range("start", "lt", span.to())));
        if (brand != null) {
            parts.add(Query.term("brand", brand));
        }
        if (value != null) {
            parts.add(Query.term("value", value));
        }
        return Search.all(alias, Query.all(parts.toArray(Query[]::new)), summaries());
    }

    /**
     * The days that hold this instant: the brands' zones say when they began.
     *
     * @param brand null for all
     */
    Search daysAt(Instant at, String brand) {
        Query days = Query.all(
                Query.term("cut", Cut.BRAND.word()),
                Query.term("size", "1d"),
                Query.range("start", "lte", at),
                Query.range("end", "gt", at),
                brand == null ? Query.all() : Query.term("brand", brand));
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.putArray("includes").add("brand").add("start");
        return Search.all(alias, days, source);
    }

    static Map<String, Instant> readDays(JsonNode answer) {
        Map<String, Instant> begun = new HashMap<>();
        answer.at("/hits/hits")
                .forEach(hit -> begun.put(
                        hit.at("/_source/brand").asText(),
                        Instant.parse(hit.at("/_source/start").asText())));
        return begun;
    }

    /** What summaries are made of. Means, quantiles and histograms follow from it and would triple the bytes. */
    private static ObjectNode summaries() {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        ArrayNode includes = source.putArray("includes");
        // A star stands for one level only.
        List.of("brand", "cut", "value", "size", "start", "end", "*.sketch", "*.business.sketch", "*.off_hours.sketch")
                .forEach(includes::add);
        for (Counter counter : Counter.values()) {
            includes.add(counter.field());
        }
        for (Tally tally : Tally.values()) {
            includes.add(tally.field());
        }
        return source;
    }

    static List<WindowDocument> read(JsonNode answer) {
        List<WindowDocument> windows = new ArrayList<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            windows.add(WindowDocument.read(MAPPER.convertValue(hit.path("_source"), FIELDS)));
        }
        return windows;
    }
}
