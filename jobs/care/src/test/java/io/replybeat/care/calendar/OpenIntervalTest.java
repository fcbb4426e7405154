package io.replybeat.care.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIntervalTest {

    @ParameterizedTest
    @CsvSource({"09:00-12:30, 540, 750", "9:00 - 12:30, 540, 750", "00:00-24:00, 0, 1440", "23:59-24:00, 1439, 1440"})
    void times_are_minutes_of_the_local_day(String text, int from, int until) {
        assertThat(OpenInterval.parse(text)).isEqualTo(new OpenInterval(from, until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22:00-02:00", "09:00-09:00"})
    void an_end_at_or_before_the_start_says_to_split_at_midnight(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenInterval.parse(text))
                .withMessageContaining("\"22:00-24:00\" on its day and \"00:00-02:00\" on the next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:01-25:00", "09:00-24:30", "09:60-10:00"})
    void a_time_that_no_clock_shows_is_named(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenInterval.parse(text))
                .withMessageContaining("is no time of day");
    }

    @Test
    void anything_else_is_told_how_to_write_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenInterval.parse("9am-5pm"))
                .withMessage("write from-until as \"09:00-12:30\"");
    }

    @Test
    void it_prints_as_it_is_written() {
        assertThat(OpenInterval.parse("09:00-24:00")).hasToString("09:00-24:00");
    }
}
