package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.sandbox.node.Ports;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.ElasticsearchSink;
import io.replybeat.stream.setup.SampleDocuments;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AcknowledgeCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Document ALERT = SampleDocuments.all().stream()
            .filter(document -> document.kind() == Kind.ALERTS)
            .findFirst()
            .orElseThrow();

    @TempDir
    static Path directory;

    private static ElasticsearchServer elasticsearch;
    private static KafkaBroker kafka;
    private static ElasticsearchOptions options;
    private static ElasticsearchClient client;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        elasticsearch = ElasticsearchServer.start(directory.resolve("elasticsearch"), 0);
        kafka = KafkaBroker.start(directory.resolve("kafka"), 0);
        options = ElasticsearchOptions.at(elasticsearch.url().toString());
        client = new ElasticsearchClient(options);
    }

    @AfterAll
    static void stop() {
        client.close();
        kafka.close();
        elasticsearch.close();
    }

    @Test
    @Order(1)
    void before_anything_was_set_up_or_written_there_is_no_such_alert_and_nothing_to_take_back() throws Exception {
        assertThat(acknowledge("Mia")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no alert " + ALERT.id(), "in quotes");
        assertThat(acknowledge("Mia", "--undo")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing to take back");
        assertThat(ask("GET", "/replybeat-acknowledgements", null)
                        .path("status")
                        .asInt())
                .as("no index without its mapping")
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void an_acknowledged_alert_stays_so_when_it_goes_on_and_when_a_later_run_replays_it() throws Exception {
        setUp();
        write(ALERT);
        assertThat(acknowledge("Mia", "--note=The payment provider is down")).isZero();
        assertThat(out.toString()).contains(ALERT.id() + " acknowledged by Mia at ");
        JsonNode said = acknowledgement();

        write(moment("the provider is back"));
        write(ALERT);
        write(Document.withdrawn(Kind.ALERTS, ALERT.id(), ALERT.at()));
        write(moment("withdrawn and fired again"));

        assertThat(alert().path("why").asText()).isEqualTo("withdrawn and fired again");
        assertThat(acknowledgement()).isEqualTo(said);
        assertThat(said.path("by").asText()).isEqualTo("Mia");
        assertThat(said.path("note").asText()).isEqualTo("The payment provider is down");
    }

    @Test
    @Order(3)
    void who_comes_second_is_told_who_was_first_and_changes_nothing() throws Exception {
        assertThat(acknowledge("Tom")).isEqualTo(1);
        assertThat(err.toString()).contains("already, by Mia at ").doesNotContain("\tat ");
        assertThat(acknowledge("Tom", "--undo")).isEqualTo(1);
        assertThat(err.toString()).contains("acknowledged by Mia at ", "not by Tom");
        assertThat(acknowledgement().path("by").asText()).isEqualTo("Mia");
    }

    @Test
    @Order(4)
    void what_was_taken_back_is_free_for_the_next() throws Exception {
        assertThat(acknowledge("Mia", "--undo")).isZero();
        assertThat(out.toString()).contains("no longer acknowledged");
        assertThat(acknowledge("Tom")).isZero();
        assertThat(acknowledgement().path("by").asText()).isEqualTo("Tom");
        assertThat(acknowledgement().has("note")).isFalse();
    }

    @Test
    @Order(5)
    void the_mapping_is_strict_and_setup_brings_a_later_one_to_the_index_that_is_there() throws Exception {
        JsonNode mappings =
                ask("GET", "/replybeat-acknowledgements/_mapping", null).at("/replybeat-acknowledgements/mappings");
        assertThat(mappings.path("dynamic").asText()).isEqualTo("strict");

        ask("PUT", "/_component_template/replybeat-acknowledgements", "{\"version\":1,\"template\":{}}");
        assertThat(setUp()).contains("mapping of the indices replybeat-acknowledgements changed");
        assertThat(setUp()).doesNotContain("changed");

        ask("DELETE", "/replybeat-acknowledgements", null);
        ask("PUT", "/_component_template/replybeat-acknowledgements", "{\"version\":1,\"template\":{}}");
        assertThat(setUp()).as("also where there is none yet").contains("replybeat-acknowledgements changed");
    }

    @Test
    @Order(6)
    void contradictory_options_and_an_elasticsearch_that_does_not_answer_are_named() {
        assertThat(acknowledge("Mia", "--undo", "--note=why")).isEqualTo(2);
        assertThat(err.toString()).contains("--undo", "--note");
        assertThat(run("acknowledge", "--alert=a")).isEqualTo(2);
        assertThat(err.toString()).contains("--by");
        String nobody = "--elasticsearch.url=http://127.0.0.1:" + Ports.free(1).get(0);
        assertThat(run("acknowledge", "--alert=a", "--by=Mia", nobody)).isEqualTo(1);
        assertThat(err.toString()).contains("elasticsearch.url").doesNotContain("\tat ");
    }

    /** The same alert, told once more. */
    private static Document moment(String why) {
        Map<String, Object> fields = new HashMap<>(ALERT.body().fields());
        fields.put("why", why);
        return new Document(Kind.ALERTS, ALERT.id(), ALERT.at(), () -> fields);
    }

    /** By a job of its own, as after a crash or in a replay. */
    private static void write(Document document) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.fromData(List.of(document), DocumentType.INSTANCE).sinkTo(new ElasticsearchSink(options));
        env.execute();
    }

    private static JsonNode alert() throws Exception {
        return document("replybeat-alerts-2026.03");
    }

    private static JsonNode acknowledgement() throws Exception {
        return document("replybeat-acknowledgements");
    }

    /** As readers join: by the alert's id. */
    private static JsonNode document(String index) throws Exception {
        return ask("POST", "/" + index + "/_mget", "{\"ids\":[\"" + ALERT.id() + "\"]}")
                .at("/docs/0/_source");
    }

    private String setUp() {
        out.getBuffer().setLength(0);
        assertThat(run("setup", "--kafka.bootstrap-servers=" + kafka.bootstrapServers(), where()))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    private int acknowledge(String by, String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "acknowledge";
        arguments[1] = "--alert=" + ALERT.id();
        arguments[2] = "--by=" + by;
        arguments[3] = where();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return run(arguments);
    }

    private static String where() {
        return "--elasticsearch.url=" + elasticsearch.url();
    }

    private int run(String... arguments) {
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static JsonNode ask(String method, String path, String body) throws Exception {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        Answer answer = client.send(method, path, "application/json", bytes).join();
        return JSON.readTree(answer.body());
    }
}
