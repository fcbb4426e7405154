package io.replybeat.care.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which hours hold from a date on, until the next version begins?
 *
 * @param effectiveFrom the first local day it is in force; null = from always
 * @param weekly the open intervals of each weekday; a day without is closed
 * @param holidays local days that are closed whatever the weekday says
 */
public record CalendarVersion(
        LocalDate effectiveFrom, Map<DayOfWeek, List<OpenInterval>> weekly, SortedSet<LocalDate> holidays)
        implements Serializable {

    public CalendarVersion {
        Map<DayOfWeek, List<OpenInterval>> days = new EnumMap<>(DayOfWeek.class);
        weekly.forEach((day, intervals) -> {
            if (!intervals.isEmpty()) {
                days.put(day, OpenInterval.merged(intervals));
            }
        });
        weekly = Collections.unmodifiableMap(days);
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    }

    public static CalendarVersion of(
            LocalDate effectiveFrom, Map<DayOfWeek, List<OpenInterval>> weekly, Collection<LocalDate> holidays) {
        return new CalendarVersion(effectiveFrom, weekly, new TreeSet<>(holidays));
    }

    /** The open intervals of this local day, in order, disjoint. */
    List<OpenInterval> openOn(LocalDate day) {
        return holidays.contains(day) ? List.of() : weekly.getOrDefault(day.getDayOfWeek(), List.of());
    }

    boolean isFromAlways() {
        return effectiveFrom == null;
    }

    boolean isNeverOpen() {
        return weekly.isEmpty();
    }
}
