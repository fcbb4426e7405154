package io.replybeat.care.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WindowSizeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    /** Clocks change by half an hour. */
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    /** Clocks go back from 1:00 to 0:00: the day begins with an hour that comes twice. */
    private static final ZoneId HAVANA = ZoneId.of("America/Havana");
    /** Clocks go forward at 0:00: the day begins at 1:00. */
    private static final ZoneId BEIRUT = ZoneId.of("Asia/Beirut");

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            BERLIN,
            KOLKATA,
            LORD_HOWE,
            HAVANA,
            BEIRUT,
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Pacific/Chatham"));

    @Test
    void an_hour_in_utc_begins_on_the_hour() {
        assertWindow("1h", "2026-03-04T10:59:59.999Z", ZoneOffset.UTC, "2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z");
        assertWindow("1h", "2026-03-04T11:00:00Z", ZoneOffset.UTC, "2026-03-04T11:00:00Z", "2026-03-04T12:00:00Z");
    }

    @Test
    void an_instant_before_1970_lies_in_a_window_that_began_before_it() {
        assertWindow("1h", "1969-12-31T23:30:00Z", ZoneOffset.UTC, "1969-12-31T23:00:00Z", "1970-01-01T00:00:00Z");
    }

    @Test
    void an_hour_in_kolkata_begins_at_half_past_utc() {
        assertWindow("1h", "2026-03-04T10:10:00Z", KOLKATA, "2026-03-04T09:30:00Z", "2026-03-04T10:30:00Z");
        assertWindow("15m", "2026-03-04T10:10:00Z", KOLKATA, "2026-03-04T10:00:00Z", "2026-03-04T10:15:00Z");
    }

    @Test
    void a_day_in_kolkata_begins_at_half_past_six_in_the_evening_utc() {
        assertWindow("1d", "2026-03-04T18:29:59Z", KOLKATA, "2026-03-03T18:30:00Z", "2026-03-04T18:30:00Z");
        assertWindow("1d", "2026-03-04T18:30:00Z", KOLKATA, "2026-03-04T18:30:00Z", "2026-03-05T18:30:00Z");
    }

    @Test
    void the_day_on_which_clocks_go_forward_has_23_hours() {
        assertWindow("1d", "2026-03-29T12:00:00Z", BERLIN, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
        assertThat(starts("1h", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", BERLIN))
                .hasSize(23);
    }

    @Test
    void the_day_on_which_clocks_go_back_has_25_hours_each_of_its_own() {
        assertWindow("1d", "2026-10-25T12:00:00Z", BERLIN, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        assertThat(starts("1h", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", BERLIN))
                .hasSize(25);
    }

    @Test
    void a_day_whose_first_hour_comes_twice_begins_with_the_first_of_them() {
        assertWindow("1d", "2026-11-01T17:00:00Z", HAVANA, "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z");
    }

    @Test
    void a_day_without_midnight_begins_at_one() {
        assertWindow("1d", "2026-03-29T10:00:00Z", BEIRUT, "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z");
    }

    @Test
    void an_hour_ends_where_clocks_change_by_half_of_it() {
        assertWindow("1h", "2026-10-03T15:10:00Z", LORD_HOWE, "2026-10-03T14:30:00Z", "2026-10-03T15:30:00Z");
        assertWindow("1h", "2026-10-03T15:30:00Z", LORD_HOWE, "2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z");
    }

    @Test
    void every_instant_lies_in_exactly_one_window_and_small_windows_within_large_ones() {
        Random random = new Random(5);
        List<WindowSize> sizes = Stream.of("1m", "5m", "15m", "1h", "4h", "1d")
                .map(WindowSize::parse)
                .toList();
        for (ZoneId zone : ZONES) {
            for (int i = 0; i < 3_000; i++) {
                long instant = around(random, zone);
                long insideFrom = instant;
                long insideTo = instant + 1;
                for (WindowSize size : sizes) {
                    long start = size.startOf(instant, zone);
                    long end = size.endOf(start, zone);
                    assertThat(start).as("%s in %s", size.word(), zone).isLessThanOrEqualTo(insideFrom);
                    assertThat(end).as("%s in %s", size.word(), zone).isGreaterThanOrEqualTo(insideTo);
                    assertThat(size.startOf(start, zone)).isEqualTo(start);
                    assertThat(size.startOf(end - 1, zone)).isEqualTo(start);
                    assertThat(size.startOf(end, zone)).isEqualTo(end);
                    insideFrom = start;
                    insideTo = end;
                }
            }
        }
    }

    @Test
    void the_coarser_window_of_an_instant_is_that_of_its_finer_one() {
        Random random = new Random(6);
        for (ZoneId zone : ZONES) {
            for (int i = 0; i < 3_000; i++) {
                long instant = around(random, zone);
                long minute = WindowSize.MINUTE.startOf(instant, zone);
                assertThat(WindowSize.DAY.startOf(WindowSize.HOUR.startOf(minute, zone), zone))
                        .isEqualTo(WindowSize.DAY.startOf(instant, zone));
            }
        }
    }

    @Test
    void a_size_is_named_as_it_is_written() {
        for (String word : List.of("1m", "5m", "15m", "1h", "12h", "1d")) {
            assertThat(WindowSize.parse(word).word()).isEqualTo(word);
        }
        assertThat(WindowSize.parse("60m")).isEqualTo(WindowSize.HOUR);
        assertThat(WindowSize.parse("24h")).isEqualTo(WindowSize.DAY);
    }

    @Test
    void a_size_that_does_not_fit_into_a_day_is_refused() {
        for (String word : List.of("7m", "5h", "2d", "0m", "1", "often")) {
            assertThatThrownBy(() -> WindowSize.parse(word)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** An instant of 2026 or 2027, every other one within three hours of a change of the clocks. */
    private static long around(Random random, ZoneId zone) {
        Instant instant = Instant.parse("2026-01-01T00:00:00Z").plusMillis(random.nextLong(2L * 365 * 86_400_000));
        var change = zone.getRules().nextTransition(instant);
        return change == null || random.nextBoolean()
                ? instant.toEpochMilli()
                : change.getInstant().toEpochMilli() + random.nextLong(6 * 3_600_000) - 3 * 3_600_000;
    }

    private static List<Long> starts(String size, String from, String to, ZoneId zone) {
        WindowSize window = WindowSize.parse(size);
        long end = Instant.parse(to).toEpochMilli();
        return Stream.iterate(Instant.parse(from).toEpochMilli(), at -> at < end, at -> window.endOf(at, zone))
                .toList();
    }

    private static void assertWindow(String size, String instant, ZoneId zone, String start, String end) {
        WindowSize window = WindowSize.parse(size);
        long from = window.startOf(Instant.parse(instant).toEpochMilli(), zone);
        assertThat(Instant.ofEpochMilli(from)).isEqualTo(start);
        assertThat(Instant.ofEpochMilli(window.endOf(from, zone))).isEqualTo(end);
    }
}
