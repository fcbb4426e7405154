package io.replybeat.care.book;

import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import java.util.HashMap;
import java.util.Map;

/** A minute of one slice in which something was booked. */
public record BookedPane(String brand, Cut cut, String value, long minute) {

    public static Map<BookedPane, Summary> allOf(Panes panes) {
        Map<BookedPane, Summary> booked = new HashMap<>();
        for (SeriesChange change : panes.changes()) {
            Series slice = Series.parse(change.series());
            change.minutes()
                    .forEach((minute, summary) ->
                            booked.put(new BookedPane(slice.brand(), slice.cut(), slice.value(), minute), summary));
        }
        return booked;
    }

    public String series() {
        return new Series(brand, cut, value).key();
    }
}
