package io.replybeat.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Tally;
import io.replybeat.care.metric.Timing;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.care.metric.WindowSize;
import java.time.Instant;

/** A window document as the pipeline writes it, of a brand unless said otherwise. */
final class Window {

    private final Series series;
    private final WindowSize size;
    private final Instant start;
    private final Summary summary = new Summary();

    private Window(Series series, WindowSize size, Instant start) {
        this.series = series;
        this.size = size;
        this.start = start;
    }

    static Window minute(String brand, Instant start) {
        return new Window(new Series(brand, Cut.BRAND, brand), WindowSize.MINUTE, start);
    }

    static Window hour(String brand, Instant start) {
        return new Window(new Series(brand, Cut.BRAND, brand), WindowSize.HOUR, start);
    }

    Window of(Cut cut, String value) {
        return new Window(new Series(series.brand(), cut, value), size, start);
    }

    static Window day(String brand, Instant start) {
        return new Window(new Series(brand, Cut.BRAND, brand), WindowSize.DAY, start);
    }

    Window count(Counter counter, long n) {
        summary.count(counter, n);
        return this;
    }

    Window firstResponses(long... seconds) {
        for (long s : seconds) {
            summary.time(Timing.FIRST_RESPONSE, new Durations(s, s, s, true), 1);
        }
        return this;
    }

    /** Inside business hours nothing passed, because they were over. */
    Window firstResponsesOffHours(long... seconds) {
        for (long s : seconds) {
            summary.time(Timing.FIRST_RESPONSE, new Durations(s, 0, 0, false), 1);
        }
        return this;
    }

    Window tally(Tally tally, String name, long n) {
        summary.tally(tally, name, n);
        return this;
    }

    JsonNode json() {
        long from = start.toEpochMilli();
        return new ObjectMapper()
                .valueToTree(new WindowDocument(series, size, from, from + size.millis(), summary).fields());
    }
}
