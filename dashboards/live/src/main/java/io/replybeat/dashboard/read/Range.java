package io.replybeat.dashboard.read;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Over which time are the numbers of a page taken?
 *
 * <p>The last hour: the minute that runs now and the 59 before it. Today: the day that runs now in the brand's own zone,
 * which is the day of its window document.
 */
public enum Range {
    HOUR {
        @Override
        Query windows(Instant now) {
            Instant first = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(59));
            return Query.all(
                    Query.term("size", "1m"), Query.range("start", "gte", first), Query.range("start", "lte", now));
        }
    },
    TODAY {
        @Override
        Query windows(Instant now) {
            return Query.all(Query.term("size", "1d"), Query.range("start", "lte", now), Query.range("end", "gt", now));
        }
    };

    abstract Query windows(Instant now);

    /** Its name in the snapshot and in the page's address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
