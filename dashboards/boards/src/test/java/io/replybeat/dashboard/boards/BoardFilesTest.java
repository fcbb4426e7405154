package io.replybeat.dashboard.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardFilesTest {

    /** Tests run in the module's folder, beside those of the tools. */
    static final Path DASHBOARDS = Path.of("..");

    private static final String REMEDY =
            " is older than the catalogue of panels; run mvn -pl dashboards/boards -am test"
                    + " -Dtest=BoardFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dreplybeat.docs.write=true";

    @Test
    void the_files_say_what_the_catalogue_says() throws IOException {
        for (Map.Entry<String, String> file : Boards.files().entrySet()) {
            Path path = DASHBOARDS.resolve(file.getKey());
            if (Boolean.getBoolean("replybeat.docs.write")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as(path + REMEDY)
                    .isEqualTo(file.getValue());
        }
    }
}
