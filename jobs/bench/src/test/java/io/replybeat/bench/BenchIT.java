package io.replybeat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.options.StateBackend;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The benchmarks still run; how fast is no question of a test. */
class BenchIT {

    private final StringWriter table = new StringWriter();
    private final StringWriter complaint = new StringWriter();

    @Test
    void every_layer_is_measured_over_a_real_topic() {
        assertThat(run("layers --events 2000 --parallelism 2 --runs 1")).isZero();

        assertThat(table.toString().lines())
                .hasSize(7)
                .anyMatch(row -> row.startsWith("| HASHMAP | 2 | L4 |"))
                .anyMatch(row -> row.startsWith("| HASHMAP | 2 | L5 |"))
                .anyMatch(row -> row.startsWith("| HASHMAP | 2 | L6 |"));
    }

    @Test
    void both_shapes_of_conversations_are_measured_in_one_row() {
        assertThat(run("flat --events 2000 --parallelism 1 --runs 1 --state rocksdb"))
                .isZero();

        assertThat(table.toString().lines()).hasSize(3).anyMatch(row -> row.startsWith("| ROCKSDB | 1 |"));
    }

    @Test
    void callouts_are_measured_against_l3_of_the_same_topic_for_each_traffic() {
        assertThat(run("callouts --events 2000 --parallelism 1 --runs 1")).isZero();

        assertThat(table.toString().lines())
                .hasSize(5)
                .anyMatch(row -> row.startsWith("| 1000 brands | HASHMAP | 1 |"))
                .anyMatch(row -> row.startsWith("| hot brand, 2 authors | HASHMAP | 1 |"));
    }

    @Test
    void every_question_about_a_text_is_measured_for_the_languages_asked_for(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("ja.tsv"), "label\tlang\tsource\ttext\npositive\tja\tx\tまた利用したいと思います。\n");

        assertThat(run("texts --languages ja --seconds 0.2 --data " + data)).isZero();

        assertThat(table.toString().lines())
                .anyMatch(row -> row.startsWith("| language | ja |"))
                .anyMatch(row -> row.startsWith("| sentiment | ja |"));
    }

    @Test
    void where_there_are_no_texts_nothing_is_measured(@TempDir Path data) {
        Path absent = data.resolve("absent");

        assertThat(run("texts --data " + absent)).isEqualTo(1);

        assertThat(complaint.toString()).contains("Skipped", absent.toString());
        assertThat(table.toString()).isEmpty();
    }

    @Test
    void both_detectors_are_measured_with_the_bytes_of_their_states() {
        assertThat(run("detectors --keys 3 --seconds 0.2")).isZero();

        assertThat(table.toString().lines())
                .hasSize(4)
                .anyMatch(row -> row.matches("\\| volume \\| 3 \\| [1-9].* \\| 1,817 \\|"))
                .anyMatch(row -> row.matches("\\| tone \\| 3 \\| [1-9].* \\| 386 \\|"));
    }

    /** Source to clock, clock to windows: a third exchange would encode the documents that are to be discarded. */
    @Test
    void the_pipeline_passes_documents_to_its_sinks_as_they_are() {
        Contestant pipeline = Layer.L4.over(new Plan().options(2, StateBackend.HASHMAP));

        assertThat(pipeline.wired().getStreamGraph().getJobGraph().getNumberOfVertices())
                .isEqualTo(3);
    }

    private int run(String arguments) {
        CommandLine bench = Bench.commandLine();
        bench.setOut(new PrintWriter(table));
        bench.setErr(new PrintWriter(complaint));
        return bench.execute(arguments.split(" "));
    }
}
