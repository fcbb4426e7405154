package io.replybeat.stream.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedDocumentTest {

    private static final long TEN_O_CLOCK = 1_772_618_400_000L;
    private static final Origin IN_KAFKA = new Origin.Kafka("events", 3, 42, TEN_O_CLOCK);

    @Test
    void it_says_why_and_whence_and_shows_the_bytes() {
        RejectedDocument document = new RejectedDocument(
                new Rejection(Reason.MISSING_FIELD, "brand", "brand is missing", IN_KAFKA, new byte[] {1, 2, 3}), true);

        assertThat(document.fields())
                .containsExactly(
                        Map.entry("id", "events|00003|0000000000000000042"),
                        Map.entry("reason", "missing_field"),
                        Map.entry("field", "brand"),
                        Map.entry("detail", "brand is missing"),
                        Map.entry("arrived_at", "2026-03-04T10:00:00Z"),
                        Map.entry("topic", "events"),
                        Map.entry("partition", 3),
                        Map.entry("offset", 42L),
                        Map.entry("original", "AQID"),
                        Map.entry("original_size", 3),
                        Map.entry("truncated", false));
        assertThat(document.at()).isEqualTo(TEN_O_CLOCK);
    }

    @Test
    void of_a_long_record_it_shows_the_beginning() {
        Map<String, Object> fields = new RejectedDocument(
                        new Rejection(Reason.TOO_LARGE, null, "too large", IN_KAFKA, new byte[5_000_000]), true)
                .fields();

        assertThat((String) fields.get("original")).hasSize(64 * 1024);
        assertThat(Base64.getDecoder().decode((String) fields.get("original"))).hasSize(48 * 1024);
        assertThat(fields).containsEntry("truncated", true).containsEntry("original_size", 5_000_000);
        assertThat(fields).doesNotContainKey("field");
    }

    @Test
    void where_privacy_hides_names_or_words_no_bytes_are_shown_and_none_are_said_to_be_cut() {
        Map<String, Object> fields = new RejectedDocument(
                        new Rejection(Reason.TOO_LARGE, null, "too large", IN_KAFKA, new byte[5_000_000]), false)
                .fields();

        assertThat(fields)
                .doesNotContainKey("original")
                .containsEntry("truncated", false)
                .containsEntry("original_size", 5_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":{\"en\":\"my card 4111\"}",
                "\"text\":[\"my ”card” 4111“\"]",
                "\"text\":[\"my card 4111\", \"%s\"]",
                "\"type\":\"my card 4111\"",
                "\"sequence\":\"my card 4111\"",
                "\"direction\":\"my card 4111\"",
                "\"text\":card4111"
            })
    void where_privacy_hides_words_the_detail_says_what_is_wrong_without_quoting_them(String field) {
        String line = "{\"occurred_at\":\"2026-03-04T10:00:00Z\",\"type\":\"message\","
                + field.formatted("and on it goes ".repeat(20)) + "}";
        Rejection rejection =
                (Rejection) new CareEventIntake(Limits.DEFAULT, () -> TEN_O_CLOCK).fromJson(line, IN_KAFKA);

        assertThat(detail(rejection, true)).contains("card");
        assertThat(detail(rejection, false)).doesNotContain("card").contains("(hidden); send ");
    }

    private static String detail(Rejection rejection, boolean showOriginal) {
        return (String) new RejectedDocument(rejection, showOriginal).fields().get("detail");
    }

    @Test
    void ids_sort_as_records_were_read_and_no_part_runs_into_the_next() {
        assertThat(new Origin.Kafka("t", 0, 9, 0).id()).isLessThan(new Origin.Kafka("t", 0, 10, 0).id());
        assertThat(new Origin.File("day.jsonl", 9, 0).id()).isLessThan(new Origin.File("day.jsonl", 10, 0).id());
        assertThat(new Origin.File("a|b%", 1, 0).id()).isEqualTo("a%7Cb%25|0000000001");
    }
}
