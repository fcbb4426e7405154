package io.replybeat.sandbox.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestCheckpointTest {
    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-04T11:00:00Z");

    @TempDir
    Path directory;

    @Test
    void a_first_run_has_none() {
        assertThat(LatestCheckpoint.in(directory)).isEmpty();
        assertThat(LatestCheckpoint.in(directory.resolve("missing"))).isEmpty();
    }

    @Test
    void the_newest_of_all_runs_counts_whatever_its_number() throws IOException {
        completed("first-run/chk-41", TEN);
        Path newest = completed("second-run/chk-2", ELEVEN);
        assertThat(LatestCheckpoint.in(directory)).hasValue(newest);
    }

    @Test
    void one_that_was_not_completed_does_not_count() throws IOException {
        Path completed = completed("run/chk-2", TEN);
        Files.createDirectories(directory.resolve("run/chk-3"));
        assertThat(LatestCheckpoint.in(directory)).hasValue(completed);
    }

    private Path completed(String name, Instant at) throws IOException {
        Path checkpoint = Files.createDirectories(directory.resolve(name));
        Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
        Files.setLastModifiedTime(metadata, FileTime.from(at));
        return checkpoint;
    }
}
