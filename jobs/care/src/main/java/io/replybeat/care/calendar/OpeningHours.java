package io.replybeat.care.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which stretches of real time are open, between two instants?
 *
 * <p>Walks the stretches of one UTC offset: within each, local time runs evenly and the days' intervals are laid onto it,
 * cut off at its ends. So an hour that the clocks repeat counts twice, one that they skip not at all, and even local days
 * that alternate (a change at one minute past midnight) come out in the order of real time.
 */
final class OpeningHours {

    static final long DAY = 86_400_000L;
    private static final long MINUTE = 60_000L;

    interface Sink {
        void open(long from, long until);
    }

    private final ZoneRules rules;
    private final List<CalendarVersion> versions;

    /** {@code versions} ordered by date, at least one. */
    OpeningHours(ZoneId zone, List<CalendarVersion> versions) {
        this.rules = zone.getRules();
        this.versions = new ArrayList<>(versions);
        if (!versions.get(0).isFromAlways()) {
            this.versions.add(0, alwaysOpen());
        }
    }

    /** Gives every open stretch within [from, until), ordered and disjoint. */
    void between(long from, long until, Sink sink) {
        long start = from;
        while (start < until) {
            Instant instant = Instant.ofEpochMilli(start);
            long offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
            ZoneOffsetTransition change = rules.nextTransition(instant);
            long end = change == null ? until : Math.min(until, change.toEpochSecond() * 1000L);
            atOneOffset(start + offset, end + offset, offset, sink);
            start = end;
        }
    }

    private void atOneOffset(long localFrom, long localUntil, long offset, Sink sink) {
        for (long day = Math.floorDiv(localFrom, DAY); day * DAY < localUntil; day++) {
            for (OpenInterval interval : openOn(LocalDate.ofEpochDay(day))) {
                long opens = Math.max(localFrom, day * DAY + interval.from() * MINUTE);
                long closes = Math.min(localUntil, day * DAY + interval.until() * MINUTE);
                if (opens < closes) {
                    sink.open(opens - offset, closes - offset);
                }
            }
        }
    }

    private List<OpenInterval> openOn(LocalDate day) {
        int inForce = versions.size() - 1;
        while (inForce > 0 && versions.get(inForce).effectiveFrom().isAfter(day)) {
            inForce--;
        }
        return versions.get(inForce).openOn(day);
    }

    /** What holds before the first dated version: no calendar is in force. */
    private static CalendarVersion alwaysOpen() {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, List.of(new OpenInterval(0, 24 * 60))));
        return CalendarVersion.of(null, week, List.of());
    }
}
