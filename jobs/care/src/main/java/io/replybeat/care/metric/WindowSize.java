package io.replybeat.care.metric;

import io.replybeat.care.config.DurationText;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * How long is a window, and where does the one begin that an instant lies in?
 *
 * <p>Windows follow the brand's clock on the wall: an hour in Kolkata begins at half past UTC, a day is the local calendar
 * day and takes 23 to 25 hours when clocks change. Every instant lies in exactly one window of a size, and a window of a
 * size that divides another lies wholly in one of the other: so a day is the sum of its hours, an hour of its minutes.
 * Where clocks change by less than a window's size, windows shorter than a day end at the change.
 *
 * @param millis a day or a part of it without remainder
 */
public record WindowSize(long millis) implements Serializable {

    private static final long DAY_MILLIS = 86_400_000;

    public static final WindowSize MINUTE = new WindowSize(60_000);
    public static final WindowSize HOUR = new WindowSize(3_600_000);
    public static final WindowSize DAY = new WindowSize(DAY_MILLIS);

    public WindowSize {
        if (millis <= 0 || millis > DAY_MILLIS || DAY_MILLIS % millis != 0) {
            throw new IllegalArgumentException("a window is a day or an even part of it, such as 1m, 15m, 1h or 1d");
        }
    }

    /** Of {@code 1m}, {@code 15m}, {@code 1h}, {@code 1d}; an {@link IllegalArgumentException} says how to write it. */
    public static WindowSize parse(String text) {
        return new WindowSize(DurationText.parse(text).toMillis());
    }

    /** The size as documents name it, {@code 1m}. */
    public String word() {
        return DurationText.format(Duration.ofMillis(millis));
    }

    /** The start of the window that the instant lies in, both in epoch milliseconds. */
    public long startOf(long instant, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        long offset = offset(rules, instant);
        long start = Math.floorDiv(instant + offset, millis) * millis - offset;
        // The same offset a moment before the start: no clock changed in between, so nothing is left to look up.
        if (offset(rules, start - 1) == offset) {
            return start;
        }
        return millis == DAY_MILLIS
                ? startOfDay(localDay(instant, zone), zone)
                : Math.max(start, lastChange(rules, instant));
    }

    /** The end of the window that begins at start, not in it any more. */
    public long endOf(long start, ZoneId zone) {
        if (millis == DAY_MILLIS) {
            return startOfDay(localDay(start, zone).plusDays(1), zone);
        }
        ZoneRules rules = zone.getRules();
        long offset = offset(rules, start);
        long end = Math.floorDiv(start + offset, millis) * millis - offset + millis;
        return offset(rules, end - 1) == offset ? end : lastChange(rules, end - 1);
    }

    private static long offset(ZoneRules rules, long instant) {
        return rules.getOffset(Instant.ofEpochMilli(instant)).getTotalSeconds() * 1_000L;
    }

    private static LocalDate localDay(long instant, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(instant), zone);
    }

    private static long startOfDay(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The last instant, this one included, at which the zone's offset changed. */
    private static long lastChange(ZoneRules rules, long instant) {
        ZoneOffsetTransition change = rules.previousTransition(Instant.ofEpochMilli(instant + 1));
        return change.toEpochSecond() * 1_000;
    }
}
