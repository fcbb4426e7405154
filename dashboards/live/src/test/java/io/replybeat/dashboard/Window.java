package io.replybeat.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Timing;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.care.metric.WindowSize;
import java.time.Instant;

/** A window document of one brand as the pipeline writes it. */
final class Window {

    private final String brand;
    private final WindowSize size;
    private final Instant start;
    private final Summary summary = new Summary();

    private Window(String brand, WindowSize size, Instant start) {
        this.brand = brand;
        this.size = size;
        this.start = start;
    }

    static Window minute(String brand, Instant start) {
        return new Window(brand, WindowSize.MINUTE, start);
    }

    static Window day(String brand, Instant start) {
        return new Window(brand, WindowSize.DAY, start);
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

    JsonNode json() {
        long from = start.toEpochMilli();
        Series series = new Series(brand, Cut.BRAND, brand);
        return new ObjectMapper()
                .valueToTree(new WindowDocument(series, size, from, from + size.millis(), summary).fields());
    }
}
