package io.replybeat.care.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar against its definition, on the days on which zones do something odd. */
class BusinessCalendarLawsTest {

    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;
    private static final int CALENDARS_A_CASE = 25;

    @ParameterizedTest(name = "{0} around {1}: {2}")
    @CsvSource({
        "Europe/Berlin, 2026-03-29, clocks go forward",
        "Europe/Berlin, 2026-10-25, clocks go back",
        "America/New_York, 2026-03-08, clocks go forward",
        "America/New_York, 2026-11-01, clocks go back",
        "Australia/Lord_Howe, 2026-04-05, half an hour back",
        "Australia/Lord_Howe, 2026-10-04, half an hour forward",
        "Asia/Kolkata, 2026-06-15, half an hour off and no change",
        "America/Sao_Paulo, 2018-02-18, back over midnight",
        "America/Sao_Paulo, 2018-11-04, a day that begins at one o'clock",
        "America/St_Johns, 2010-11-07, back at one past midnight: local days alternate",
        "Pacific/Apia, 2011-12-30, a local day that never was",
        "Pacific/Kwajalein, 1993-08-21, another one",
        "Africa/Casablanca, 2026-02-15, summer time pauses for Ramadan",
        "Asia/Pyongyang, 2018-05-05, half an hour lost at midnight",
        "Antarctica/Troll, 2026-03-29, two hours forward"
    })
    void every_answer_follows_from_the_definition(ZoneId zone, LocalDate day, String what) {
        Random random = new Random(day.toEpochDay() * 31 + zone.getId().hashCode());
        for (int i = 0; i < CALENDARS_A_CASE; i++) {
            List<CalendarVersion> versions = randomVersions(random, day);
            BusinessCalendar calendar = BusinessCalendar.of(zone, versions);
            CalendarOracle oracle = new CalendarOracle(
                    zone,
                    versions.stream()
                            .sorted(Comparator.comparing(
                                    CalendarVersion::effectiveFrom, Comparator.nullsFirst(Comparator.naturalOrder())))
                            .toList());
            long noon = day.atTime(12, 0).atZone(ZoneId.of("UTC")).toInstant().toEpochMilli();
            follows(oracle, calendar, noon - 3 * DAY, noon + 3 * DAY);
        }
    }

    private static void follows(CalendarOracle oracle, BusinessCalendar calendar, long from, long until) {
        long base = calendar.openMillisUntil(from);
        long open = 0;
        for (long t = from; t < until; t += MINUTE) {
            boolean isOpen = oracle.isOpen(t);
            assertThat(calendar.isOpen(t))
                    .as("open at %s", Instant.ofEpochMilli(t))
                    .isEqualTo(isOpen);
            assertThat(calendar.isOpen(t + MINUTE - 1)).isEqualTo(isOpen);
            assertThat(calendar.openMillisUntil(t) - base)
                    .as("until %s", Instant.ofEpochMilli(t))
                    .isEqualTo(open);
            assertThat(calendar.openMillisUntil(t + 20_500) - base).isEqualTo(isOpen ? open + 20_500 : open);
            if (isOpen) {
                // The earliest instant with C(t) ≥ x is inside this minute, and for its end not the next opening.
                assertThat(calendar.whenOpenMillisReach(base + open + 1)).isEqualTo(t + 1);
                assertThat(calendar.whenOpenMillisReach(base + open + MINUTE)).isEqualTo(t + MINUTE);
                open += MINUTE;
            }
        }
    }

    /** One to three versions around the day, at times with none in force at first, split shifts, touching and overlapping. */
    private static List<CalendarVersion> randomVersions(Random random, LocalDate day) {
        List<CalendarVersion> versions = new ArrayList<>();
        LocalDate from = random.nextBoolean() ? null : day.minusDays(2);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            versions.add(0, CalendarVersion.of(from, randomWeek(random), randomHolidays(random, day)));
            from = (from == null ? day.minusDays(3) : from).plusDays(1 + random.nextInt(2));
        }
        return versions;
    }

    private static Map<DayOfWeek, List<OpenInterval>> randomWeek(Random random) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            List<OpenInterval> intervals = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                intervals.add(randomInterval(random));
            }
            week.put(weekday, intervals);
        }
        return week;
    }

    private static OpenInterval randomInterval(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new OpenInterval(0, 1440);
            case 1 -> new OpenInterval(0, 1 + random.nextInt(240));
            case 2 -> new OpenInterval(1439 - random.nextInt(240), 1440);
            default -> {
                int from = random.nextInt(1439);
                yield new OpenInterval(from, from + 1 + random.nextInt(1440 - from));
            }
        };
    }

    private static List<LocalDate> randomHolidays(Random random, LocalDate day) {
        return random.nextInt(3) == 0 ? List.of(day.plusDays(random.nextInt(5) - 2)) : List.of();
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"})
    void open_time_never_falls_and_its_inverse_is_the_earliest_instant(ZoneId zone) {
        Random random = new Random(7);
        BusinessCalendar calendar = BusinessCalendar.of(zone, randomVersions(random, LocalDate.parse("2012-01-03")));
        for (int i = 0; i < 20_000; i++) {
            long t = (long) (random.nextDouble() * BusinessCalendar.HORIZON * 1.01) - 400 * DAY;
            long later = t + random.nextLong(1 + random.nextInt(1_000_000_000));
            long open = calendar.openMillisUntil(t);
            assertThat(calendar.openMillisUntil(later)).isBetween(open, open + later - t);

            long due = calendar.whenOpenMillisReach(open);
            assertThat(due).isLessThanOrEqualTo(t);
            assertThat(calendar.openMillisUntil(due)).isEqualTo(open);
            assertThat(calendar.openMillisUntil(due - 1)).isEqualTo(open - 1);
        }
    }
}
