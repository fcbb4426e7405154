package io.replybeat.stream.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.document.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IndexNameTest {

    private static String indexAt(String instant) {
        return IndexName.of("replybeat", Kind.FACTS, Instant.parse(instant).toEpochMilli());
    }

    @Test
    void a_document_belongs_to_the_month_of_its_event_time_in_UTC() {
        assertThat(indexAt("2026-03-31T23:59:59.999Z")).isEqualTo("replybeat-facts-2026.03");
        assertThat(indexAt("2026-04-01T00:00:00Z")).isEqualTo("replybeat-facts-2026.04");
        assertThat(indexAt("1969-12-31T23:00:00Z")).isEqualTo("replybeat-facts-1969.12");
        assertThat(IndexName.alias("acme", Kind.WINDOWS)).isEqualTo("acme-windows");
    }

    @Test
    void an_id_is_left_alone_up_to_512_bytes() {
        assertThat(IndexName.id("acme|c1")).isEqualTo("acme|c1");
        assertThat(IndexName.id("x".repeat(512))).isEqualTo("x".repeat(512));
    }

    @Test
    void a_longer_id_keeps_its_readable_beginning_and_stays_different_from_its_neighbours() {
        String one = IndexName.id("acme|" + "東".repeat(300) + "|1");
        String two = IndexName.id("acme|" + "東".repeat(300) + "|2");
        assertThat(one)
                .startsWith("acme|東")
                .isNotEqualTo(two)
                .isEqualTo(IndexName.id("acme|" + "東".repeat(300) + "|1"));
        assertThat(one.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(512);
        assertThat(one).doesNotContain("\uFFFD");
    }
}
