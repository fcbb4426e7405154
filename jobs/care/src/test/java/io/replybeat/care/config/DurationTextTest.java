package io.replybeat.care.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "15m, PT15M",
        "8h, PT8H",
        "2d, PT48H",
        "1h30m, PT1H30M",
        "1h 30m, PT1H30M",
        "PT15M, PT15M",
        "P2D, PT48H",
        "200ms, PT0.2S",
        "1m200ms, PT1M0.2S",
        "0s, PT0S"
    })
    void spans_are_read_in_the_ways_people_write_them(String text, Duration duration) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "15 minutes", "30m1h", "-5m", "P", "1h30", "9999999999999d"})
    void anything_else_is_told_how_to_write_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationText.parse(text))
                .withMessageContaining("such as 30s, 15m, 1h30m or 2d");
    }

    @Test
    void what_is_printed_is_read_back() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << random.nextInt(1, 45)));
            assertThat(DurationText.parse(DurationText.format(duration))).isEqualTo(duration);
        }
        assertThat(DurationText.format(Duration.ofMinutes(90))).isEqualTo("1h30m");
        assertThat(DurationText.format(Duration.ofHours(24))).isEqualTo("1d");
    }
}
