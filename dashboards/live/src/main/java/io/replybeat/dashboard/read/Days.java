package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.dashboard.view.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * When did the day of each brand begin, in its own zone? What is from before it is of yesterday.
 *
 * @param begun null where a range is not about days
 */
record Days(Map<String, Instant> begun) {

    /** Of ranges that begin and end at the same instant for all brands. */
    static final Days ANY = new Days(null);

    static Days of(JsonNode answer) {
        return new Days(Windows.readDays(answer));
    }

    List<WindowDocument> within(List<WindowDocument> windows) {
        return begun == null
                ? windows
                : windows.stream().filter(this::isOfToday).toList();
    }

    private boolean isOfToday(WindowDocument window) {
        Instant start = begun.get(window.series().brand());
        return start != null && window.start() >= start.toEpochMilli();
    }

    /** From the first hour that belongs to somebody's day on. */
    Span first(Span span) {
        return begun == null
                ? span
                : span.from(begun.values().stream()
                        .min(Comparator.naturalOrder())
                        .map(start -> start.truncatedTo(ChronoUnit.HOURS))
                        .filter(start -> start.isAfter(span.from()))
                        .orElse(span.from()));
    }
}
