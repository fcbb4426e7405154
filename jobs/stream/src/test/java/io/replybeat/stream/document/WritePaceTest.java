package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WritePaceTest {

    private static final long TEN = 1_772_618_400_000L;
    private static final long MINUTE = 60_000;
    private static final WritePace PACE = new WritePace(Duration.ofSeconds(1));

    @Test
    void what_changed_is_written_at_every_interval() {
        assertThat(PACE.isDue(TEN, TEN - MINUTE, TEN - 1_000)).isTrue();
        assertThat(PACE.isDue(TEN, TEN + MINUTE, TEN - 1_000)).isTrue();
        assertThat(PACE.isDue(TEN, Long.MIN_VALUE, TEN - 1_000)).isTrue();
    }

    @Test
    void far_behind_it_is_written_a_tenth_as_often() {
        assertThat(PACE.isDue(TEN, TEN - 10 * MINUTE, TEN - 1_000)).isTrue();
        assertThat(PACE.isDue(TEN, TEN - 10 * MINUTE - 1, TEN - 9_999)).isFalse();
        assertThat(PACE.isDue(TEN, TEN - 10 * MINUTE - 1, TEN - 10_000)).isTrue();
    }
}
