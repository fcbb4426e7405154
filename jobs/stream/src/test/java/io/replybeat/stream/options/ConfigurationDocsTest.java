package io.replybeat.stream.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationDocsTest {

    /** Tests run in the module's folder, two below the root. */
    private static final Path PAGE = Path.of("..", "..", "docs", "configuration.md");

    private static final String REMEDY =
            "docs/configuration.md is older than the options; run mvn -pl jobs/stream -am test -Dtest=ConfigurationDocsTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dreplybeat.docs.write=true";

    @Test
    void the_page_says_what_the_code_says() throws IOException {
        if (Boolean.getBoolean("replybeat.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, ConfigurationDocs.markdown());
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "").as(REMEDY).isEqualTo(ConfigurationDocs.markdown());
    }

    @Test
    void the_example_on_the_page_is_accepted(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret");
        String example = ConfigurationDocs.EXAMPLE.replace("/run/secrets/elasticsearch", secret.toString());
        JobOptions options =
                JobOptions.from(Map.of(), Map.of(), Files.writeString(directory.resolve("replybeat.yaml"), example));
        assertThat(options.brands().named()).containsOnlyKeys("acme", "default");
        assertThat(options.get(Options.ELASTICSEARCH_PASSWORD)).isEqualTo("s3cret");
    }
}
