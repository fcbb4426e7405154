package io.replybeat.care.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void equal_names_become_one_instance() {
        String first = Names.shared(copyOf("acme"));

        assertThat(Names.shared(copyOf("acme"))).isSameAs(first);
    }

    @Test
    void whatever_was_seen_before_a_name_stays_itself() {
        Random random = new Random(4);
        for (int i = 0; i < 100_000; i++) {
            String name = Integer.toString(random.nextInt(50_000), 36);
            assertThat(Names.shared(name)).isEqualTo(name);
        }
    }

    @Test
    void no_name_stays_none() {
        assertThat(Names.shared(null)).isNull();
    }

    private static String copyOf(String name) {
        return new String(name.toCharArray());
    }
}
