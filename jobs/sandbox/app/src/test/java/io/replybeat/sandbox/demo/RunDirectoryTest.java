package io.replybeat.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.sandbox.node.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void it_is_gone_with_all_that_is_in_it_when_the_run_ends() throws IOException {
        Path path = parent.resolve("run");
        try (RunDirectory directory = RunDirectory.open(path, false)) {
            Files.createDirectories(directory.path().resolve("kafka/logs"));
            Files.writeString(directory.path().resolve("kafka/kafka.log"), "started");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void nobody_has_to_name_it() {
        Path path;
        try (RunDirectory directory = RunDirectory.open(null, false)) {
            path = directory.path();
            assertThat(path).isEmptyDirectory();
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void it_stays_on_request() {
        Path path = parent.resolve("run");
        RunDirectory.open(path, true).close();
        assertThat(path).exists();
    }

    @Test
    void it_stays_when_something_went_wrong() {
        Path path = parent.resolve("run");
        try (RunDirectory directory = RunDirectory.open(path, false)) {
            directory.keep();
        }
        assertThat(path).exists();
    }

    @Test
    void another_runs_data_is_neither_used_nor_deleted() throws IOException {
        Path other = Files.writeString(parent.resolve("data"), "precious");
        assertThatThrownBy(() -> RunDirectory.open(parent, false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not empty")
                .hasMessageContaining("--data-dir");
        assertThat(other).hasContent("precious");
    }
}
