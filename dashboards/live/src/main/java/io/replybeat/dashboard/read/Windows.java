package io.replybeat.dashboard.read;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.WindowDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened in a range, brand by brand? Read from the window documents of the cut by brand and added up by the same
 * summaries that wrote them, so a number has one definition.
 */
final class Windows {

    /** Elasticsearch gives no more documents in one answer; 60 minutes of {@link Conversations#MOST_BRANDS} fit. */
    private static final int MOST_DOCUMENTS = 10_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final String alias;

    Windows(String indexPrefix) {
        this.alias = indexPrefix + "-windows";
    }

    Search ofBrands(Range range, Instant now) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", MOST_DOCUMENTS).put("track_total_hits", false);
        body.set(
                "query",
                Query.all(Query.term("cut", Cut.BRAND.word()), range.windows(now))
                        .json());
        body.set("_source", needed());
        return new Search(alias, body);
    }

    /** What summaries are made of. Means, quantiles and histograms follow from it and would triple the bytes. */
    private static ObjectNode needed() {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        ArrayNode includes = source.putArray("includes");
        List.of("brand", "cut", "value", "size", "start", "end", "*.sketch").forEach(includes::add);
        for (Counter counter : Counter.values()) {
            includes.add(counter.field());
        }
        source.putArray("excludes").add("*.business.*");
        return source;
    }

    static Map<String, Summary> read(JsonNode answer) {
        Map<String, Summary> summaries = new TreeMap<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            WindowDocument window = WindowDocument.read(MAPPER.convertValue(hit.path("_source"), FIELDS));
            summaries
                    .computeIfAbsent(window.series().brand(), brand -> new Summary())
                    .add(window.summary());
        }
        return summaries;
    }
}
