package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WritePaceTest {

    private static final long TEN = 1_772_618_400_000L;
    private static final long MINUTE = 60_000;
    private static final WritePace PACE = new WritePace(Duration.ofSeconds(1));

    @Test
    void what_changed_is_written_after_the_interval() {
        assertThat(PACE.next(TEN, TEN - MINUTE)).isEqualTo(TEN + 1_000);
        assertThat(PACE.next(TEN, TEN + MINUTE)).isEqualTo(TEN + 1_000);
        assertThat(PACE.next(TEN, Long.MIN_VALUE)).isEqualTo(TEN + 1_000);
    }

    @Test
    void far_behind_it_is_written_a_tenth_as_often() {
        assertThat(PACE.next(TEN, TEN - 10 * MINUTE)).isEqualTo(TEN + 1_000);
        assertThat(PACE.next(TEN, TEN - 10 * MINUTE - 1)).isEqualTo(TEN + 10_000);
    }
}
