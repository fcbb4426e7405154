package io.replybeat.care.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The definition itself, minute by minute, with java.time and no cleverness: slow, and obviously right. */
record CalendarOracle(ZoneId zone, List<CalendarVersion> orderedVersions) {

    static final long MINUTE = 60_000;

    boolean isOpen(long instant) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), zone);
        CalendarVersion inForce = null;
        for (CalendarVersion version : orderedVersions) {
            if (version.effectiveFrom() == null || !version.effectiveFrom().isAfter(local.toLocalDate())) {
                inForce = version;
            }
        }
        if (inForce == null) {
            return true;
        }
        if (inForce.holidays().contains(local.toLocalDate())) {
            return false;
        }
        int minute = local.getHour() * 60 + local.getMinute();
        return inForce.weekly().getOrDefault(local.getDayOfWeek(), List.of()).stream()
                .anyMatch(interval -> interval.from() <= minute && minute < interval.until());
    }

    /** Both instants on whole minutes. */
    long openMillisBetween(long from, long until) {
        long open = 0;
        for (long t = from; t < until; t += MINUTE) {
            if (isOpen(t)) {
                open += MINUTE;
            }
        }
        return open;
    }
}
