package io.replybeat.care.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.codec.Bytes;
import io.replybeat.care.document.Fields;
import io.replybeat.care.metric.Cut;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final long TEN = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
    private static final Subject BILLING = new Subject(Cut.TOPIC, "billing|new");

    private static final Alert ALERT = new Alert(
            Rule.SENTIMENT_DROP,
            "acme",
            BILLING,
            TEN,
            TEN + 300_000,
            TEN + 600_000,
            Fields.NONE,
            Change.UPDATED,
            2,
            Severity.CRITICAL,
            false,
            new Measure("share of negatives", 0.62, 0.31, 0.2, 0.44, Double.NaN),
            "62 % of 48 messages are negative.",
            new Evidence(
                    List.of("m1", "m2"),
                    List.of("c1"),
                    List.of(new Cause(new Subject(Cut.NETWORK, "x"), 0.7, 0.3, 0.8)),
                    List.of(Subject.brand("acme"))));

    @Test
    void it_comes_back_as_it_was_written() throws IOException {
        Bytes bytes = new Bytes();
        bytes.append(ALERT, AlertCodec.CODEC);

        assertThat(AlertCodec.CODEC.read(bytes.readAt(0))).isEqualTo(ALERT);
    }

    @Test
    void its_id_names_rule_brand_subject_and_start_whatever_they_contain() {
        assertThat(ALERT.id()).isEqualTo("sentiment_drop|acme|topic|billing%7Cnew|2026-03-02T10:00:00Z");
        assertThat(ALERT.idempotencyKey()).isEqualTo(ALERT.id() + "#2");
        assertThat(Subject.parse(BILLING.text())).isEqualTo(BILLING);
    }

    @Test
    void its_document_leaves_out_what_is_not_known() {
        Map<String, Object> fields = ALERT.fields();

        assertThat(fields)
                .containsEntry("state", "firing")
                .containsEntry("cut", "topic")
                .containsEntry("subject", "billing|new")
                .containsEntry("value", 0.62)
                .containsEntry("updated_at", "2026-03-02T10:10:00Z")
                .doesNotContainKeys("threshold", "resolved_at");
        assertThat(fields.get("evidence"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("networks", List.of("x"))
                .containsEntry("joined", List.of("brand|acme"))
                .doesNotContainKey("topics");
    }

    @Test
    void its_title_says_what_is_the_matter_with_whom() {
        assertThat(ALERT.title()).isEqualTo("acme, topic billing|new: Customers sound worse than usual");
    }
}
