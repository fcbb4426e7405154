package io.replybeat.care.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FROM_ALWAYS = null;
    private static final LocalDate CHRISTMAS = LocalDate.parse("2026-12-25");

    private final BusinessCalendar officeHours = berlin(version(FROM_ALWAYS, "09:00-12:30", "13:30-18:00"));

    @Test
    void a_message_and_its_reply_while_closed_are_no_business_time_apart() {
        assertThat(business(officeHours, "2026-03-04T18:00", "2026-03-05T09:00"))
                .isZero();
        assertThat(business(officeHours, "2026-03-06T19:00", "2026-03-08T23:00"))
                .isZero();
    }

    @Test
    void the_lunch_break_of_a_split_shift_does_not_count() {
        assertThat(business(officeHours, "2026-03-04T12:00", "2026-03-04T14:00"))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void the_opening_minute_is_open_and_the_closing_minute_is_closed() {
        assertThat(officeHours.isOpen(at("2026-03-04T09:00"))).isTrue();
        assertThat(officeHours.isOpen(at("2026-03-04T09:00") - 1)).isFalse();
        assertThat(officeHours.isOpen(at("2026-03-04T18:00") - 1)).isTrue();
        assertThat(officeHours.isOpen(at("2026-03-04T18:00"))).isFalse();
    }

    @Test
    void what_falls_due_at_closing_time_is_due_then_and_not_at_the_next_opening() {
        long asked = officeHours.openMillisUntil(at("2026-03-04T17:00"));
        assertThat(officeHours.whenOpenMillisReach(asked + Duration.ofHours(1).toMillis()))
                .isEqualTo(at("2026-03-04T18:00"));
        assertThat(officeHours.whenOpenMillisReach(asked + Duration.ofHours(1).toMillis() + 1))
                .isEqualTo(at("2026-03-05T09:00") + 1);
    }

    @Test
    void an_hour_that_the_clocks_repeat_counts_twice_and_one_that_they_skip_not_at_all() {
        BusinessCalendar night = berlin(everyDay("00:00-06:00"));
        assertThat(business(night, "2026-10-25T00:00", "2026-10-26T00:00")).isEqualTo(Duration.ofHours(7));
        assertThat(business(night, "2026-03-29T00:00", "2026-03-30T00:00")).isEqualTo(Duration.ofHours(5));
        BusinessCalendar onlyTheGap = berlin(everyDay("02:00-03:00"));
        assertThat(business(onlyTheGap, "2026-03-29T00:00", "2026-03-30T00:00")).isZero();
        assertThat(business(onlyTheGap, "2026-10-25T00:00", "2026-10-26T00:00")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_whole_day_is_as_long_as_it_is_in_its_zone() {
        BusinessCalendar roundTheClock = berlin(everyDay("00:00-24:00"));
        assertThat(business(roundTheClock, "2026-10-25T00:00", "2026-10-26T00:00"))
                .isEqualTo(Duration.ofHours(25));
        assertThat(business(roundTheClock, "2026-03-29T00:00", "2026-03-30T00:00"))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void a_holiday_closes_its_local_day_whatever_the_weekday_says() {
        BusinessCalendar calendar =
                berlin(CalendarVersion.of(FROM_ALWAYS, week(intervals("00:00-24:00")), List.of(CHRISTMAS)));
        assertThat(business(calendar, "2026-12-24T12:00", "2026-12-26T12:00")).isEqualTo(Duration.ofHours(24));
        assertThat(calendar.isOpen(at("2026-12-25T00:00") - 1)).isTrue();
        assertThat(calendar.isOpen(at("2026-12-25T00:00"))).isFalse();
        assertThat(calendar.isOpen(at("2026-12-26T00:00"))).isTrue();
    }

    @Test
    void each_second_is_judged_by_the_version_in_force_on_its_local_day() {
        BusinessCalendar calendar =
                berlin(version(LocalDate.parse("2026-03-05"), "10:00-11:00"), version(FROM_ALWAYS, "09:00-18:00"));
        assertThat(business(calendar, "2026-03-04T00:00", "2026-03-06T00:00")).isEqualTo(Duration.ofHours(9 + 1));
    }

    @Test
    void before_the_first_dated_version_every_second_is_open() {
        BusinessCalendar calendar = berlin(version(LocalDate.parse("2026-03-05"), "10:00-11:00"));
        assertThat(business(calendar, "2026-03-04T00:00", "2026-03-06T00:00")).isEqualTo(Duration.ofHours(24 + 1));
        assertThat(business(calendar, "1969-07-20T00:00", "1969-07-21T00:00")).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void without_a_calendar_every_second_is_open_and_open_time_is_the_time() {
        BusinessCalendar always = BusinessCalendar.alwaysOpen();
        assertThat(always.openMillisUntil(42)).isEqualTo(42);
        assertThat(always.whenOpenMillisReach(42)).isEqualTo(42);
        assertThat(always.isOpen(Long.MIN_VALUE)).isTrue();
    }

    @Test
    void a_calendar_that_closes_for_good_never_reaches_more() {
        BusinessCalendar closing = berlin(
                version(FROM_ALWAYS, "09:00-18:00"),
                CalendarVersion.of(LocalDate.parse("2026-03-05"), Map.of(), List.of()));
        long asked = closing.openMillisUntil(at("2026-03-04T17:00"));
        assertThat(closing.whenOpenMillisReach(asked + Duration.ofHours(1).toMillis()))
                .isEqualTo(at("2026-03-04T18:00"));
        assertThat(closing.whenOpenMillisReach(asked + Duration.ofHours(1).toMillis() + 1))
                .isEqualTo(BusinessCalendar.NEVER);
        BusinessCalendar neverOpen = berlin(CalendarVersion.of(FROM_ALWAYS, Map.of(), List.of()));
        assertThat(neverOpen.whenOpenMillisReach(neverOpen.openMillisUntil(at("2026-03-04T17:00")) + 1))
                .isEqualTo(BusinessCalendar.NEVER);
    }

    @Test
    void instants_at_the_ends_of_time_are_answered_at_once() {
        assertThat(officeHours.openMillisUntil(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(officeHours.openMillisUntil(Long.MAX_VALUE))
                .isEqualTo(officeHours.openMillisUntil(BusinessCalendar.HORIZON + 1));
        assertThat(officeHours.isOpen(Long.MAX_VALUE)).isFalse();
        assertThat(officeHours.whenOpenMillisReach(Long.MAX_VALUE)).isEqualTo(BusinessCalendar.NEVER);
    }

    @Test
    void overlapping_and_touching_intervals_are_open_once() {
        BusinessCalendar calendar = berlin(version(FROM_ALWAYS, "12:00-15:00", "09:00-12:00", "14:00-16:00"));
        assertThat(business(calendar, "2026-03-04T00:00", "2026-03-05T00:00")).isEqualTo(Duration.ofHours(7));
        assertThat(calendar).isEqualTo(berlin(version(FROM_ALWAYS, "09:00-16:00")));
    }

    @Test
    void two_versions_of_one_day_are_refused() {
        LocalDate day = LocalDate.parse("2026-03-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> berlin(version(day, "09:00-18:00"), version(day, "10:00-18:00")))
                .withMessage("two versions begin on 2026-03-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> berlin(version(FROM_ALWAYS, "09:00-18:00"), version(FROM_ALWAYS, "10:00-18:00")))
                .withMessageContaining("two versions have no effective_from");
    }

    @Test
    void a_calendar_that_was_sent_elsewhere_answers_the_same() throws Exception {
        officeHours.openMillisUntil(at("2026-03-04T12:00"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(officeHours);
        Object sent = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(sent).isEqualTo(officeHours);
        assertThat(business((BusinessCalendar) sent, "2026-03-04T12:00", "2026-03-04T14:00"))
                .isEqualTo(Duration.ofHours(1));
    }

    private static Duration business(BusinessCalendar calendar, String from, String until) {
        return Duration.ofMillis(calendar.openMillisUntil(at(until)) - calendar.openMillisUntil(at(from)));
    }

    private static long at(String berlinTime) {
        return LocalDateTime.parse(berlinTime).atZone(BERLIN).toInstant().toEpochMilli();
    }

    private static BusinessCalendar berlin(CalendarVersion... versions) {
        return BusinessCalendar.of(BERLIN, List.of(versions));
    }

    private static CalendarVersion version(LocalDate effectiveFrom, String... weekdays) {
        Map<DayOfWeek, List<OpenInterval>> week = week(intervals(weekdays));
        week.keySet().removeAll(List.of(SATURDAY, SUNDAY));
        assertThat(week).containsKeys(MONDAY, FRIDAY);
        return CalendarVersion.of(effectiveFrom, week, List.of());
    }

    private static CalendarVersion everyDay(String... intervals) {
        return CalendarVersion.of(FROM_ALWAYS, week(intervals(intervals)), List.of());
    }

    private static Map<DayOfWeek, List<OpenInterval>> week(List<OpenInterval> intervals) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, intervals));
        return week;
    }

    private static List<OpenInterval> intervals(String... texts) {
        return Arrays.stream(texts).map(OpenInterval::parse).toList();
    }
}
