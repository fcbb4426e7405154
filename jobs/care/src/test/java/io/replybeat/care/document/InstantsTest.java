package io.replybeat.care.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstantsTest {

    @Test
    void an_instant_is_written_as_the_jdk_writes_it_whatever_came_before() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-70_000_000_000L, 300_000_000_000L);
            assertSame(second * 1_000);
            assertSame(second * 1_000 + random.nextInt(1_000));
            assertSame(second * 1_000 + 60_000);
        }
    }

    @Test
    void the_edges_of_a_day_and_of_the_calendar_are_no_exception() {
        for (String instant : new String[] {
            "1970-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "2024-02-29T23:59:59Z",
            "2026-03-04T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "+10000-01-01T00:00:00Z"
        }) {
            assertThat(Instants.text(Instant.parse(instant).toEpochMilli())).isEqualTo(instant);
        }
    }

    private static void assertSame(long millis) {
        assertThat(Instants.text(millis)).isEqualTo(Instant.ofEpochMilli(millis).toString());
    }
}
