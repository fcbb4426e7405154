package io.replybeat.care.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final long MINUTE = 60_000;
    private static final long NOBODY_KNOWS = Long.MAX_VALUE;

    @Test
    void a_target_is_due_later_by_every_pause_before_it_however_many_there_were() {
        int many = 3 * Pauses.MOST_STRETCHES;
        Pauses pauses = new Pauses();
        Random random = new Random(5);
        long paused = 0;
        for (int i = 0; i < many; i++) {
            long length = random.nextLong(1, MINUTE);
            pauses.begin(i * 10 * MINUTE);
            pauses.end(i * 10 * MINUTE + length, true);
            paused += length;
        }
        long active = many * 10 * MINUTE;

        assertThat(pauses.until(many * 10 * MINUTE)).isEqualTo(paused);
        assertThat(pauses.whenActive(0, active, NOBODY_KNOWS)).isEqualTo(active + paused);
    }

    @Test
    void a_target_that_began_among_the_newest_pauses_is_pushed_back_by_those_after_it_only() {
        int many = Pauses.MOST_STRETCHES + 50;
        Pauses pauses = new Pauses();
        for (int i = 0; i < many; i++) {
            pauses.begin(i * 10 * MINUTE);
            pauses.end(i * 10 * MINUTE + MINUTE, true);
        }
        long from = (many - 3) * 10 * MINUTE + 5 * MINUTE;

        assertThat(pauses.whenActive(from, 60 * MINUTE, NOBODY_KNOWS)).isEqualTo(from + 62 * MINUTE);
    }

    @Test
    void nobody_knows_when_a_target_is_due_while_a_pause_before_it_runs() {
        Pauses pauses = new Pauses();
        pauses.begin(10 * MINUTE);

        assertThat(pauses.whenActive(0, 5 * MINUTE, NOBODY_KNOWS)).isEqualTo(5 * MINUTE);
        assertThat(pauses.whenActive(0, 30 * MINUTE, NOBODY_KNOWS)).isEqualTo(NOBODY_KNOWS);
        assertThat(pauses.whenActive(0, 30 * MINUTE, 25 * MINUTE)).isEqualTo(45 * MINUTE);
    }
}
