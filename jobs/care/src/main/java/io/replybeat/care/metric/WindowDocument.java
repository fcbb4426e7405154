package io.replybeat.care.metric;

import io.replybeat.care.document.Body;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.document.Fields;
import io.replybeat.care.document.Instants;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened to a series in one window, as stored: every metric of {@link Metrics#ALL} under its name, where a dot
 * opens an object.
 *
 * <p>Every count is written, also 0. A share without a whole and a timing nobody had are left out, its count as well,
 * because no value is not 0. The document has all that is needed to merge windows: {@link #read} gives the summary back (of customers their number
 * only, of names the most frequent ones).
 *
 * @param start first instant, epoch milliseconds
 * @param end first instant after it
 */
public record WindowDocument(Series series, WindowSize size, long start, long end, Summary summary) implements Body {

    /** {@code acme|network|x|1h|2026-03-04T10:00:00Z} */
    public String id() {
        return DocumentId.of(series.brand(), series.cut().word(), series.value(), size.word(), Instants.text(start));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new Fields()
                .put("id", id())
                .put("brand", series.brand())
                .put("cut", series.cut().word())
                .put("value", series.value())
                .put("size", size.word())
                .putInstant("start", start)
                .putInstant("end", end)
                .build();
        for (Metric metric : Metrics.ALL) {
            Object value = metric.value(summary);
            if (value != null) {
                put(metric.name(), value, fields);
            }
        }
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static void put(String path, Object value, Map<String, Object> fields) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            fields.put(path, value);
        } else {
            Object inner = fields.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<String, Object>());
            put(path.substring(dot + 1), value, (Map<String, Object>) inner);
        }
    }

    /** The document of these fields, which may have been through JSON; fields it does not know are ignored. */
    public static WindowDocument read(Map<String, Object> fields) {
        Summary summary = new Summary();
        for (Counter counter : Counter.values()) {
            summary.count(counter, number(fields, counter.field()));
        }
        for (Timing timing : Timing.values()) {
            for (ClockKind clock : ClockKind.values()) {
                Object sketch = at(TimingMetrics.field(timing, clock, "sketch"), fields);
                if (sketch != null) {
                    summary.timings().set(timing, clock, QuantileSketch.ofBase64((String) sketch));
                }
            }
        }
        for (Tally tally : Tally.values()) {
            TopMetrics.read(fields.get(tally.field()), (name, count) -> summary.tally(tally, name, count));
        }
        summary.setDistinctCustomers(fields.containsKey("customers") ? number(fields, "customers") : Summary.UNKNOWN);
        return new WindowDocument(
                new Series(text(fields, "brand"), Cut.ofWord(text(fields, "cut")), text(fields, "value")),
                WindowSize.parse(text(fields, "size")),
                Instant.parse(text(fields, "start")).toEpochMilli(),
                Instant.parse(text(fields, "end")).toEpochMilli(),
                summary);
    }

    private static String text(Map<String, Object> fields, String name) {
        return (String) fields.get(name);
    }

    private static long number(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Object at(String path, Object fields) {
        int dot = path.indexOf('.');
        Object inner = fields instanceof Map<?, ?> map ? map.get(dot < 0 ? path : path.substring(0, dot)) : null;
        return dot < 0 ? inner : at(path.substring(dot + 1), inner);
    }
}
