package io.replybeat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @Test
    void the_readme_tells_the_schemas_and_topics_as_they_are() throws IOException {
        String page = ReadmePage.text();
        if (Boolean.getBoolean("replybeat.rewrite")) {
            Files.writeString(README, page);
        }

        assertThat(README)
                .as("run `mvn -pl schemas test -Dtest=ReadmeTest -Dreplybeat.rewrite=true`")
                .hasContent(page);
    }
}
