package io.replybeat.care.brand;

import static io.replybeat.care.brand.BrandKey.BUSINESS_HOURS;
import static io.replybeat.care.brand.BrandKey.EFFECTIVE_FROM;
import static io.replybeat.care.brand.BrandKey.HOLIDAYS;
import static io.replybeat.care.brand.BrandKey.WEEKLY;

import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.care.calendar.CalendarVersion;
import io.replybeat.care.calendar.OpenInterval;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.Problems;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code business_hours}: one version, or a list of them. */
record CalendarReader(Problems problems) {

    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    BusinessCalendar calendar(ConfigTree tree, ZoneId zone) {
        List<CalendarVersion> versions = new ArrayList<>();
        for (ConfigTree version : tree.list()) {
            problems.collect(() -> versions.add(version(version)), false);
        }
        if (tree.list().isEmpty()) {
            throw tree.error("it is empty; leave it out for always open, or write weekly: {} for never");
        }
        try {
            return versions.isEmpty() ? BusinessCalendar.alwaysOpen() : BusinessCalendar.of(zone, versions);
        } catch (IllegalArgumentException e) {
            throw tree.error(e.getMessage());
        }
    }

    private CalendarVersion version(ConfigTree tree) {
        Map<String, ConfigTree> entries = tree.mapping(BrandKey.of(BUSINESS_HOURS.word()));
        ConfigTree effectiveFrom = entries.get(EFFECTIVE_FROM.word());
        ConfigTree weekly = entries.get(WEEKLY.word());
        ConfigTree holidays = entries.get(HOLIDAYS.word());
        if (weekly == null) {
            throw tree.error("weekly is missing; write the open hours as weekly: {mon: [\"09:00-17:00\"]}");
        }
        return CalendarVersion.of(
                effectiveFrom == null ? null : effectiveFrom.as(CalendarReader::date),
                week(weekly),
                holidays == null
                        ? List.of()
                        : holidays.list().stream()
                                .map(each -> each.as(CalendarReader::date))
                                .toList());
    }

    Map<DayOfWeek, List<OpenInterval>> week(ConfigTree tree) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        tree.mapping(WEEKDAYS).forEach((day, intervals) -> {
            List<OpenInterval> open = new ArrayList<>();
            for (ConfigTree each : intervals.list()) {
                problems.collect(() -> open.add(each.as(OpenInterval::parse)), false);
            }
            week.put(DayOfWeek.of(WEEKDAYS.indexOf(day) + 1), open);
        });
        return week;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write a day of the calendar as 2026-12-25");
        }
    }
}
