package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/documents.md tells of every field that an index has, and of no other; of the measures of windows docs/metrics.md does. */
class DocumentsPageTest {

    @ParameterizedTest
    @MethodSource("kinds")
    void every_field_of_the_mapping_is_explained_and_no_other(String kind) throws IOException {
        assertThat(FieldMeanings.of(kind).keySet()).containsExactlyInAnyOrderElementsOf(MappedField.pathsOf(kind));
        assertThat(FieldMeanings.of(kind))
                .allSatisfy((field, meaning) -> assertThat(meaning).as(field).isNotBlank());
    }

    static Stream<String> kinds() {
        return Dictionary.KINDS.stream().filter(kind -> !kind.equals(Kind.WINDOWS.word()));
    }
}
