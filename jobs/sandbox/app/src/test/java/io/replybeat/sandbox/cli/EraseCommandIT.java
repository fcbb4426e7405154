package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.message.Privacy;
import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.sandbox.node.Ports;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseCommandIT {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void erase_says_what_it_would_remove_then_removes_it_and_then_finds_nothing_left() {
        try (KafkaBroker kafka = KafkaBroker.start(directory.resolve("kafka"), 0);
                ElasticsearchServer elasticsearch = ElasticsearchServer.start(directory.resolve("elasticsearch"), 0)) {
            String where = "--elasticsearch.url=" + elasticsearch.url();
            assertThat(run("setup", "--kafka.bootstrap-servers=" + kafka.bootstrapServers(), where))
                    .isZero();
            store(elasticsearch, "m1", "x", "u-mia", "@mia", "Where is my parcel?");
            store(elasticsearch, "m2", "x", "agent-1", "@acme", "On its way, @mia");
            store(elasticsearch, "m3", "instagram", "u-mia", "@other", "Lovely!");

            assertThat(run("erase", "--author=u-mia", where)).isEqualTo(1);
            assertThat(err.toString())
                    .contains("instagram, x")
                    .contains("--network")
                    .doesNotContain("\tat ");
            assertThat(told("erase", "--author=u-mia", "--network=x", "--dry-run", where))
                    .contains("1 messages of author u-mia would be deleted")
                    .contains("1 messages of others would be rewritten")
                    .doesNotContain("Not touched");
            assertThat(told("erase", "--author=u-mia", "--network=x", where))
                    .contains("1 messages of author u-mia deleted")
                    .contains("1 messages of others rewritten")
                    .contains("0 rejected records that name the author deleted")
                    .contains(
                            "Not touched",
                            "replybeat.care-events.v1",
                            "replybeat.undeliverable-documents.v1",
                            "savepoints");
            assertThat(told("erase", "--author=u-mia", "--network=x", "--handle=@mia", where))
                    .contains("Nothing of author u-mia on x is in the indices replybeat-*")
                    .contains("also found on instagram")
                    .doesNotContain("Not touched");
            assertThat(told("erase", "--author=u-mia", "--dry-run", where))
                    .contains("1 messages of author u-mia would be deleted");

            assertThat(run("erase", "--author=agent-1", where)).isEqualTo(1);
            assertThat(err.toString()).contains("agent-1 is an agent; erase is for customers");
            store(elasticsearch, "m4", "x", "u-eli", "@acme", "Lovely!");
            assertThat(told("erase", "--author=u-eli", where))
                    .contains("1 messages of author u-eli deleted", "write under it: @acme");

            Privacy privacy = Privacy.of("a secret of twenty", true);
            store(elasticsearch, "m5", "x", privacy.name("u-ann"), privacy.name("@ann"), "Hello?");
            assertThat(run("erase", "--author=u-ann", where)).isEqualTo(1);
            assertThat(err.toString())
                    .contains("these indices hold hashed names; give privacy.key-file (or --config) as the job has it");
            assertThat(told("erase", "--author=u-ann", "--privacy.key=a secret of twenty", where))
                    .contains("1 messages of author u-ann deleted")
                    .contains("stored as hashes", "--handle");
        }
    }

    @Test
    void an_elasticsearch_that_does_not_answer_is_named_with_its_option() {
        String nobody = "--elasticsearch.url=http://127.0.0.1:" + Ports.free(1).get(0);
        assertThat(run("erase", "--author=u-mia", nobody)).isEqualTo(1);
        assertThat(err.toString()).contains("elasticsearch.url").doesNotContain("\tat ");
    }

    private String told(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    private int run(String... arguments) {
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static void store(
            ElasticsearchServer elasticsearch, String id, String network, String author, String handle, String text) {
        String kind = author.startsWith("agent") ? "agent" : "customer";
        String message =
                """
                {"id":"%s","network":"%s","author":{"id":"%s","kind":"%s","handle":"%s"},"text":"%s"}"""
                        .formatted(id, network, author, kind, handle, text);
        try (ElasticsearchClient client = new ElasticsearchClient(
                ElasticsearchOptions.at(elasticsearch.url().toString()))) {
            ElasticsearchClient.Answer answer = client.send(
                            "PUT",
                            "/replybeat-messages-2026.03/_doc/" + id,
                            "application/json",
                            message.getBytes(StandardCharsets.UTF_8))
                    .join();
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        }
    }
}
