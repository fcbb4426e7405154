package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Metric;
import io.replybeat.care.metric.Metrics;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Tally;
import io.replybeat.care.metric.Timing;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.care.metric.WindowSize;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The index of windows is strict: a metric without a mapping would be refused, and one too many would never have a value. */
class WindowMappingTest {

    private static final long HOUR = 3_600;

    private static final Map<Class<?>, Set<String>> TYPES = Map.of(
            Long.class, Set.of("long"),
            Double.class, Set.of("double"),
            String.class, Set.of("keyword", "date", "binary"));

    @Test
    void every_field_a_window_can_have_is_mapped_and_no_other() throws IOException {
        Summary everything = everything();
        assertThat(Metrics.ALL)
                .extracting((Metric metric) -> metric.value(everything))
                .doesNotContainNull();

        Map<String, Object> fields = new TreeMap<>();
        flatten("", new WindowDocument(Series.ofBrand("acme"), WindowSize.HOUR, 0, 1, everything).fields(), fields);
        Map<String, String> mapped = new TreeMap<>();
        properties("", mapping(), mapped);

        assertThat(mapped.keySet()).isEqualTo(fields.keySet());
        mapped.forEach((path, type) ->
                assertThat(TYPES.get(fields.get(path).getClass())).as(path).contains(type));
    }

    /** A summary of which every metric has a value: each counter counted, each timing with a duration in each band. */
    private static Summary everything() {
        Summary summary = new Summary();
        for (Counter counter : Counter.values()) {
            summary.count(counter, counter == Counter.WAITS_RECEIVED ? 4 : 1);
        }
        for (Timing timing : Timing.values()) {
            for (long seconds = 1; seconds < 400 * HOUR; seconds = seconds * 5 / 4 + 1) {
                summary.time(timing, new Durations(seconds, seconds, seconds, false), 1);
            }
        }
        for (Tally tally : Tally.values()) {
            summary.tally(tally, "billing", 1);
        }
        return summary;
    }

    private static void flatten(String prefix, Map<?, ?> tree, Map<String, Object> leaves) {
        tree.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(prefix + name + '.', inner, leaves);
            } else if (value instanceof List<?> list) {
                flatten(prefix + name + '.', (Map<?, ?>) list.get(0), leaves);
            } else {
                leaves.put(prefix + name, value);
            }
        });
    }

    private static JsonNode mapping() throws IOException {
        try (InputStream template = WindowMappingTest.class.getResourceAsStream("/elasticsearch/windows.json")) {
            return new ObjectMapper().readTree(template).at("/template/mappings");
        }
    }

    private static void properties(String prefix, JsonNode mapping, Map<String, String> leaves) {
        mapping.path("properties").properties().forEach(field -> {
            if (field.getValue().has("properties")) {
                properties(prefix + field.getKey() + '.', field.getValue(), leaves);
            } else {
                leaves.put(
                        prefix + field.getKey(), field.getValue().path("type").asText());
            }
        });
    }
}
