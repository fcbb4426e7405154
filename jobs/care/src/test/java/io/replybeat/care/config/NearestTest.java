package io.replybeat.care.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void letters_added_dropped_changed_or_swapped_cost_one_each() {
        assertThat(Nearest.distance("topic", "topic")).isZero();
        assertThat(Nearest.distance("topics", "topic")).isOne();
        assertThat(Nearest.distance("tpic", "topic")).isOne();
        assertThat(Nearest.distance("topik", "topic")).isOne();
        assertThat(Nearest.distance("tpoic", "topic")).isOne();
        assertThat(Nearest.distance("", "topic")).isEqualTo(5);
    }

    @Test
    void a_part_of_a_word_means_the_word() {
        assertThat(Nearest.to("zone", List.of("sla", "time_zone"))).isEqualTo("time_zone");
        assertThat(Nearest.to("topic", List.of("kafka.dead-letter-topic", "kafka.topic")))
                .isEqualTo("kafka.topic");
    }

    @Test
    void capitals_do_not_matter_and_the_alphabet_decides_a_tie() {
        assertThat(Nearest.to("MON", List.of("sun", "mon", "tue"))).isEqualTo("mon");
        assertThat(Nearest.to("s", List.of("sb", "sa"))).isEqualTo("sa");
    }
}
