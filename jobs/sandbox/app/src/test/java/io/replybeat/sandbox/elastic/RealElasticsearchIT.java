package io.replybeat.sandbox.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Topics;
import io.replybeat.schema.UndeliverableDocument;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.ElasticsearchSink;
import io.replybeat.stream.elastic.KafkaUndeliverable;
import io.replybeat.stream.setup.SampleDocuments;
import io.replybeat.stream.setup.Setup;
import io.replybeat.stream.setup.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What no stub can tell: whether a real node takes our templates, our documents and our versions. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealElasticsearchIT {

    private static final long MARCH = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private static ElasticsearchServer elasticsearch;
    private static KafkaBroker broker;
    private static ElasticsearchOptions options;
    private static Properties kafka;
    private static ElasticsearchClient client;

    @BeforeAll
    static void start() {
        elasticsearch = ElasticsearchServer.start(directory.resolve("elasticsearch"), 0);
        broker = KafkaBroker.start(directory.resolve("kafka"), 0);
        options = ElasticsearchOptions.at(elasticsearch.url().toString());
        kafka = new Properties();
        kafka.put("bootstrap.servers", broker.bootstrapServers());
        client = new ElasticsearchClient(options);
    }

    @AfterAll
    static void stop() {
        client.close();
        broker.close();
        elasticsearch.close();
    }

    @Test
    @Order(1)
    void setup_makes_every_topic_and_template_and_then_has_nothing_left_to_do() {
        try (Setup setup = new Setup(options, kafka, Topics.ALL)) {
            List<Step> plan = setup.plan();
            assertThat(plan).allMatch(step -> step.state() == Step.State.CREATE);
            List<Step> done = new ArrayList<>();
            setup.apply(plan, done::add);
            assertThat(done).isEqualTo(plan);
            assertThat(setup.plan()).allMatch(step -> step.state() == Step.State.PRESENT);
        }
    }

    @Test
    @Order(2)
    void a_strict_mapping_takes_every_document_the_program_makes_and_its_alias_finds_them() throws Exception {
        List<Document> documents = SampleDocuments.all();
        run(documents);
        Map<Kind, Integer> expected = new EnumMap<>(Kind.class);
        documents.forEach(document -> expected.merge(document.kind(), 1, Integer::sum));
        for (Map.Entry<Kind, Integer> kind : expected.entrySet()) {
            String alias = "/replybeat-" + kind.getKey().word();
            assertThat(ask("GET", alias + "/_count", null).path("count").asInt())
                    .as(alias)
                    .isEqualTo(kind.getValue());
        }
        JsonNode facts = ask("GET", "/replybeat-facts-2026.03", null).path("replybeat-facts-2026.03");
        assertThat(facts.at("/mappings/dynamic").asText()).isEqualTo("strict");
        assertThat(facts.at("/settings/index/gc_deletes").asText()).isEqualTo("1h");
        assertThat(facts.at("/aliases").has("replybeat-facts")).isTrue();
    }

    @Test
    @Order(3)
    void a_field_the_mapping_does_not_know_makes_a_dead_letter_with_the_whole_document() throws Exception {
        run(List.of(alert("good", Map.of("id", "good", "brand", "acme")), alert("odd", Map.of("surprise", 1))));
        assertThat(ask("GET", "/replybeat-alerts/_count", null).path("count").asInt())
                .isEqualTo(1);
        UndeliverableDocument letter = firstUndeliverable();
        assertThat(letter.getIndex()).isEqualTo("replybeat-alerts-2026.03");
        assertThat(letter.getId()).isEqualTo("odd");
        assertThat(letter.getStatus()).isEqualTo(400);
        assertThat(letter.getReason()).contains("strict_dynamic_mapping_exception", "surprise");
        assertThat(letter.getDocument()).isEqualTo("{\"surprise\":1}");
    }

    @Test
    @Order(4)
    void an_older_write_neither_replaces_a_newer_one_nor_brings_a_deleted_one_back() throws Exception {
        assertThat(alone("index", 20, "newer")).isEqualTo(201);
        assertThat(alone("index", 20, "again")).isEqualTo(200);
        assertThat(alone("index", 10, "older")).isEqualTo(409);
        assertThat(alone("delete", 30, null)).isEqualTo(200);
        assertThat(alone("index", 25, "delayed")).isEqualTo(409);
        assertThat(alone("index", 40, "newest")).isEqualTo(201);
        assertThat(bulk("{\"delete\":{\"_index\":\"replybeat-alerts-2026.03\",\"_id\":\"never-was\",\"version\":5,"
                        + "\"version_type\":\"external_gte\"}}\n"))
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void a_withdrawn_document_is_found_no_more_and_a_later_run_wins_over_an_earlier_one() throws Exception {
        run(List.of(alert("a", Map.of("id", "first")), alert("b", Map.of("id", "first"))));
        run(List.of(alert("a", Map.of("id", "second")), Document.withdrawn(Kind.ALERTS, "b", MARCH)));
        assertThat(ask("GET", "/replybeat-alerts-2026.03/_doc/a", null)
                        .at("/_source/id")
                        .asText())
                .isEqualTo("second");
        assertThat(ask("GET", "/replybeat-alerts-2026.03/_doc/b", null)
                        .path("found")
                        .asBoolean())
                .isFalse();
    }

    private static void run(List<Document> documents) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.fromData(documents, DocumentType.INSTANCE)
                .sinkTo(new ElasticsearchSink(options, KafkaUndeliverable.to(Topics.UNDELIVERABLE_DOCUMENTS, kafka)));
        env.execute();
        ask("POST", "/replybeat-*/_refresh", null);
    }

    private static Document alert(String id, Map<String, Object> fields) {
        return new Document(Kind.ALERTS, id, MARCH, () -> fields);
    }

    private static int alone(String kind, long version, String value) throws Exception {
        return bulk("{\"%s\":{\"_index\":\"replybeat-alerts-2026.03\",\"_id\":\"versioned\",\"version\":%d,"
                        .formatted(kind, version)
                + "\"version_type\":\"external_gte\"}}\n"
                + (value == null ? "" : "{\"id\":\"" + value + "\"}\n"));
    }

    private static int bulk(String ndjson) throws Exception {
        JsonNode item = ask("POST", "/_bulk", ndjson).at("/items/0");
        return item.elements().next().path("status").asInt();
    }

    private static JsonNode ask(String method, String path, String body) throws Exception {
        String type = path.equals("/_bulk") ? "application/x-ndjson" : "application/json";
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        Answer answer = client.send(method, path, type, bytes).join();
        return JSON.readTree(answer.body());
    }

    private static UndeliverableDocument firstUndeliverable() throws Exception {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.UNDELIVERABLE_DOCUMENTS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var records = consumer.poll(Duration.ofSeconds(20));
            var record = records.iterator().next();
            assertThat(record.key()).isEqualTo("replybeat-alerts-2026.03/odd");
            return SingleObject.ofUndeliverableDocuments().decode(record.value());
        }
    }
}
