package io.replybeat.dashboard.view;

import io.replybeat.care.metric.WindowSize;
import java.time.Duration;
import java.time.Instant;

/**
 * Which windows make up a range at a moment: those of this size that begin from {@code from} on and before {@code to}?
 *
 * @param today whether each brand's own midnight decides instead of {@code from}, which is then early enough for every zone
 */
public record Span(Instant from, Instant to, WindowSize window, boolean today) {

    private static final Duration WEEK = Duration.ofDays(7);

    /** The same time a week earlier. */
    public Span aWeekBefore() {
        return new Span(from.minus(WEEK), to.minus(WEEK), window, today);
    }

    public Span from(Instant start) {
        return new Span(start, to, window, today);
    }

    /** How many windows fit in. */
    public int points() {
        return Math.toIntExact(Math.max(0, Duration.between(from, to).toMillis() / window.millis()));
    }

    /** The place of a window on the axis; windows of zones with half hours lie in that of their whole hour. */
    public int place(long start) {
        return Math.toIntExact(Math.floorDiv(start - from.toEpochMilli(), window.millis()));
    }
}
