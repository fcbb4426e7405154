package io.replybeat.stream.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes docs/dictionary.md with {@code -Dreplybeat.docs.write=true}, and otherwise fails when it is stale. */
class DictionaryPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "dictionary.md");

    @Test
    void docs_dictionary_is_what_mappings_metrics_and_documents_say() throws IOException {
        if (Boolean.getBoolean("replybeat.docs.write")) {
            Files.writeString(PAGE, Dictionary.markdown());
        }
        assertThat(PAGE)
                .as("write it anew: mvn test -pl jobs/stream -am -Dtest=DictionaryPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dreplybeat.docs.write=true")
                .hasContent(Dictionary.markdown());
    }
}
