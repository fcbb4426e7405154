package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void words_are_part_of_index_names_and_stay_as_they_are() {
        assertThat(Arrays.stream(Kind.values()).map(Kind::word))
                .containsExactly(
                        "facts", "conversations", "windows", "messages", "alerts", "callouts", "rejected", "late");
    }

    @Test
    void a_document_without_a_body_is_withdrawn() {
        assertThat(Document.withdrawn(Kind.FACTS, "reply|acme|c1|1", 0).isWithdrawn())
                .isTrue();
    }
}
