package io.replybeat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.options.StateBackend;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The benchmarks still run; how fast is no question of a test. */
class BenchIT {

    private final StringWriter table = new StringWriter();

    @Test
    void every_layer_is_measured_over_a_real_topic() {
        assertThat(run("layers --events 2000 --parallelism 2 --runs 1")).isZero();

        assertThat(table.toString().lines()).hasSize(5).anyMatch(row -> row.startsWith("| HASHMAP | 2 | L4 |"));
    }

    @Test
    void both_shapes_of_conversations_are_measured_in_one_row() {
        assertThat(run("flat --events 2000 --parallelism 1 --runs 1 --state rocksdb"))
                .isZero();

        assertThat(table.toString().lines()).hasSize(3).anyMatch(row -> row.startsWith("| ROCKSDB | 1 |"));
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
        return bench.execute(arguments.split(" "));
    }
}
