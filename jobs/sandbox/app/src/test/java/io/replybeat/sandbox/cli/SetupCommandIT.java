package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.sandbox.node.Ports;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupCommandIT {
    @TempDir
    Path directory;

    @Test
    void setup_creates_what_is_missing_once_and_the_dry_run_creates_nothing() {
        try (KafkaBroker kafka = KafkaBroker.start(directory.resolve("kafka"), 0);
                ElasticsearchServer elasticsearch = ElasticsearchServer.start(directory.resolve("elasticsearch"), 0)) {
            String[] where = {
                "--kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--elasticsearch.url=" + elasticsearch.url(),
                "--kafka.topic=acme.care-events"
            };
            assertThat(setup(where, "--dry-run"))
                    .contains("topic acme.care-events will be created")
                    .contains("PUT /_index_template");
            assertThat(setup(where)).contains("topic acme.care-events created").doesNotContain("is there");
            assertThat(setup(where)).contains("topic acme.care-events is there").doesNotContain("created");
        }
    }

    @Test
    void an_elasticsearch_or_kafka_that_does_not_answer_is_named_with_its_option() {
        String nobody = "--kafka.bootstrap-servers=127.0.0.1:" + Ports.free(1).get(0);
        StringWriter err = new StringWriter();
        assertThat(Replybeat.commandLine().setErr(new PrintWriter(err)).execute("setup", nobody))
                .isEqualTo(1);
        assertThat(err.toString()).contains("kafka.bootstrap-servers").doesNotContain("\tat ");
    }

    private static String setup(String[] where, String... more) {
        StringWriter out = new StringWriter();
        String[] arguments = new String[1 + where.length + more.length];
        arguments[0] = "setup";
        System.arraycopy(where, 0, arguments, 1, where.length);
        System.arraycopy(more, 0, arguments, 1 + where.length, more.length);
        assertThat(Replybeat.commandLine().setOut(new PrintWriter(out)).execute(arguments))
                .isZero();
        return out.toString();
    }
}
