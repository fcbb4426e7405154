package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void an_import_tells_what_it_wrote_and_what_it_skipped() throws IOException {
        Path input = Files.writeString(
                directory.resolve("dialogs.csv"),
                """
                ts_utc,company,conversation,role,text
                2026-03-04T10:00:00Z,AcmeHelp,c1,client,Hello
                2026-03-04T10:01:00Z,AcmeHelp,c1,boss,Hello
                """);
        Path output = directory.resolve("events.jsonl");
        assertThat(run("import", "care-dialogs", "--input", input.toString(), "--output", output.toString()))
                .isZero();
        assertThat(out.toString()).contains("1 events in 1 conversations of 1 brands; 1 rows skipped");
        assertThat(err.toString()).contains("skipped line 3: role is neither client nor agent");
        assertThat(Files.readAllLines(output)).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_is_told_by_its_name() {
        assertThat(run("import", "twcs", "--input", "no-such.csv", "--output", directory + "/o.jsonl"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("importing no-such.csv").contains("no-such.csv does not exist");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void pheme_shows_the_tree_it_wants_and_says_up_to_when_to_judge_what_it_wrote() throws IOException {
        assertThat(run("import", "pheme", "--help")).isZero();
        assertThat(out.toString())
                .contains("DIR/EVENT/rumours/THREAD/source-tweets/ID.json", "--input=DIR")
                .doesNotContain("CSV");

        Path sources = Files.createDirectories(directory.resolve("threads/storm/rumours/100/source-tweets"));
        Files.writeString(
                sources.resolve("100.json"),
                """
                {"id": 100, "created_at": "Thu Jan 08 13:25:36 +0000 2015", "text": "hm", "user": {"id": 7}}
                """);
        String input = directory.resolve("threads").toString();
        assertThat(run("import", "pheme", "--input", input, "--brand", "acme", "--output", directory + "/o.jsonl"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("1 events in 1 conversations").contains("--as-of 2015-01-09T13:25:36Z");
    }

    @Test
    void simulated_events_go_to_a_file() throws IOException {
        Path output = directory.resolve("events.jsonl");
        assertThat(run("simulate", "--output", output.toString(), "--days", "1", "--rate", "5", "--seed", "3"))
                .isZero();
        assertThat(Files.readAllLines(output)).hasSizeBetween(3000, 12000);
        assertThat(out.toString()).contains("2026-03-02T00:00:00Z");
    }

    @Test
    void a_simulation_of_no_days_is_refused() {
        assertThat(run("simulate", "--output", directory + "/o.jsonl", "--days", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--days");
    }

    private int run(String... arguments) {
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
