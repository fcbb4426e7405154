package io.replybeat.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.WindowSize;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:34:56.789Z");

    @Test
    void nothing_given_is_the_last_hour_of_all_brands() throws Exception {
        assertThat(ViewReader.read(Map.of())).isEqualTo(View.DEFAULT);
        assertThat(ViewReader.read(Map.of("brand", "", "range", ""))).isEqualTo(View.DEFAULT);
    }

    @Test
    void a_brand_is_compared_by_network_and_a_slice_by_its_own_cut() throws Exception {
        assertThat(ViewReader.read(Map.of("brand", "acme")).by()).isEqualTo(Cut.NETWORK);
        View slice = ViewReader.read(Map.of("brand", "acme", "cut", "team", "value", "t1"));
        assertThat(slice.by()).isEqualTo(Cut.TEAM);
        assertThat(slice.slice()).isEqualTo(new Slice(Cut.TEAM, "t1"));
    }

    @ParameterizedTest
    @CsvSource({
        "15m,   2026-03-04T12:20:00Z, 2026-03-04T12:35:00Z, 15",
        "1h,    2026-03-04T11:35:00Z, 2026-03-04T12:35:00Z, 60",
        "4h,    2026-03-04T08:35:00Z, 2026-03-04T12:35:00Z, 240",
        "24h,   2026-03-03T13:00:00Z, 2026-03-04T13:00:00Z, 24",
        "7d,    2026-02-25T13:00:00Z, 2026-03-04T13:00:00Z, 168"
    })
    void a_range_is_the_window_that_runs_now_and_those_before_it(String word, Instant from, Instant to, int points)
            throws Exception {
        Span span = ViewReader.read(Map.of("range", word)).range().at(NOW);

        assertThat(span.from()).isEqualTo(from);
        assertThat(span.to()).isEqualTo(to);
        assertThat(span.points()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T10:00:30Z, 2026-03-04T10:59:01Z, 1m, 60",
        "2026-03-04T08:10:00Z, 2026-03-04T20:10:00Z, 1h, 13",
        "2026-02-10T08:10:00Z, 2026-03-04T20:10:00Z, 1d, 23"
    })
    void a_stretch_of_the_past_is_widened_to_whole_windows(String from, String to, String window, int points)
            throws Exception {
        Span span = ViewReader.read(Map.of("from", from, "to", to)).range().at(NOW);

        assertThat(span.window()).isEqualTo(WindowSize.parse(window));
        assertThat(span.points()).isEqualTo(points);
        assertThat(span.from()).isBeforeOrEqualTo(Instant.parse(from));
        assertThat(span.to()).isAfterOrEqualTo(Instant.parse(to));
    }

    @Test
    void an_hour_of_a_zone_with_half_hours_lies_in_the_place_of_its_whole_hour() throws Exception {
        Span span = ViewReader.read(Map.of("range", "24h")).range().at(NOW);

        assertThat(span.place(Instant.parse("2026-03-03T13:30:00Z").toEpochMilli()))
                .isZero();
        assertThat(span.place(Instant.parse("2026-03-03T12:30:00Z").toEpochMilli()))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "range, fortnight, range",
        "hours, lunch, hours",
        "by, mood, by",
        "cut, team, value",
        "value, t1, cut",
        "from, 2026-03-04T10:00:00Z, to",
        "from, yesterday, from",
        "from, +1000000000-12-31T23:59:59Z, from"
    })
    void what_cannot_be_is_named(String parameter, String value, String field) {
        assertThatThrownBy(() -> ViewReader.read(Map.of(parameter, value)))
                .isInstanceOfSatisfying(BadQuestion.class, mistake -> {
                    assertThat(mistake.field()).isEqualTo(field);
                    assertThat(mistake.remedy()).isNotBlank();
                });
    }

    @Test
    void a_range_ends_after_it_begins_and_is_no_longer_than_31_days() {
        assertThatThrownBy(() -> ViewReader.read(Map.of("from", "2026-03-04T10:00:00Z", "to", "2026-03-04T10:00:00Z")))
                .hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> ViewReader.read(Map.of("from", "2026-01-04T10:00:00Z", "to", "2026-03-04T10:00:00Z")))
                .hasMessageContaining("31 days");
    }
}
