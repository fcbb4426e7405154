package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.WindowDocument;
import io.replybeat.dashboard.view.Hours;
import io.replybeat.dashboard.view.Span;
import java.util.List;
import java.util.stream.Stream;

/** How did the numbers go, window by window? Null where nothing was measured, 0 where nothing happened. */
final class Course {

    private Course() {}

    static void write(List<WindowDocument> windows, Span span, Hours hours, ObjectNode json) {
        Summary[] points = Stream.generate(Summary::new).limit(span.points()).toArray(Summary[]::new);
        for (WindowDocument window : windows) {
            int place = span.place(window.start());
            if (place >= 0 && place < points.length) {
                points[place].add(window.summary());
            }
        }
        json.put("window", span.window().word());
        ArrayNode starts = json.putArray("starts");
        for (int i = 0; i < points.length; i++) {
            starts.add(span.from().getEpochSecond() + i * span.window().millis() / 1_000);
        }
        ObjectNode series = json.putObject("series");
        for (PageNumber number : PageNumbers.ALL) {
            if (PageNumbers.CHARTED.contains(number.name())) {
                ArrayNode values = series.putArray(number.name());
                for (Summary point : points) {
                    values.add(Numbers.boxed(number, point, hours));
                }
            }
        }
    }
}
