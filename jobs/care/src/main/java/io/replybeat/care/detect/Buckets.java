package io.replybeat.care.detect;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How long is a bucket, and at which hour of the week does it lie for people of this brand?
 *
 * @param length of a bucket; at most an hour, because hours are what the season is told by
 * @param zone the brand's, so that "Monday at nine" stays there when the clocks change
 */
public record Buckets(Duration length, ZoneId zone) {

    public static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final int HOURS_PER_WEEK = 168;

    /** 1970-01-01 was a Thursday: so many hours after Monday. */
    private static final int EPOCH_HOUR_OF_WEEK = 72;

    public Buckets {
        if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a bucket of " + length + "; choose a length from PT1S to PT1H");
        }
    }

    double perHour() {
        return MILLIS_PER_HOUR / length.toMillis();
    }

    double per(Duration span) {
        return (double) span.toMillis() / length.toMillis();
    }

    /** What a sum with this half-life is multiplied by from one bucket to the next. */
    double fade(Duration halfLife) {
        return Math.pow(0.5, 1 / per(halfLife));
    }

    /** Hours since Monday 0:00 at the middle of the bucket, 0 to less than 168. */
    double hourOfWeek(long start) {
        long middle = start + length.toMillis() / 2;
        long local = middle
                + 1000L
                        * zone.getRules()
                                .getOffset(Instant.ofEpochMilli(middle))
                                .getTotalSeconds();
        double hours = local / MILLIS_PER_HOUR + EPOCH_HOUR_OF_WEEK;
        return hours - HOURS_PER_WEEK * Math.floor(hours / HOURS_PER_WEEK);
    }

    /**
     * How many buckets lie between the one before and this one: 0 as a rule. Starts may be off by less than half a bucket.
     *
     * @throws IllegalArgumentException if this one does not come after the one before
     */
    long missedBetween(long before, long start) {
        long steps = Math.round((start - before) / (double) length.toMillis());
        if (steps < 1) {
            throw new IllegalArgumentException("bucket %s after %s: buckets of %s come once each, in the order of time"
                    .formatted(Instant.ofEpochMilli(start), Instant.ofEpochMilli(before), length));
        }
        return steps - 1;
    }
}
