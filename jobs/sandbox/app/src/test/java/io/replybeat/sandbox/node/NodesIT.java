package io.replybeat.sandbox.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesIT {
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    @TempDir
    Path directory;

    @Test
    void a_broker_keeps_a_record_over_a_restart_on_the_same_directory() throws Exception {
        int port;
        try (KafkaBroker broker = KafkaBroker.start(directory, 0)) {
            port = broker.port();
            write(broker, "hello");
        }
        assertThat(Ports.isFree(port)).isTrue();
        try (KafkaBroker broker = KafkaBroker.start(directory, port)) {
            assertThat(broker.port()).isEqualTo(port);
            assertThat(read(broker)).isEqualTo("hello");
        }
    }

    @Test
    void elasticsearch_finds_a_document_that_was_written_before_a_restart() throws Exception {
        try (ElasticsearchServer server = ElasticsearchServer.start(directory, 0)) {
            request(server, "PUT", "/greetings/_doc/1", "{\"text\":\"hello\"}");
        }
        try (ElasticsearchServer server = ElasticsearchServer.start(directory, 0)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(request(server, "GET", "/greetings/_search?q=text:hello", ""))
                            .contains("\"value\":1"));
        }
    }

    @Test
    void a_node_on_a_taken_port_fails_and_shows_why() {
        try (KafkaBroker first = KafkaBroker.start(directory.resolve("first"), 0)) {
            assertThatThrownBy(() -> KafkaBroker.start(directory.resolve("second"), first.port()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void no_node_outlives_a_parent_that_was_killed() throws Exception {
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentOfNodes.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(parent.inputReader().readLine()).isEqualTo("started");
        List<ProcessHandle> nodes = parent.descendants().toList();
        assertThat(nodes).hasSize(2);

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(5)).until(() -> nodes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void write(KafkaBroker broker, String text) throws ExecutionException, InterruptedException {
        Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(client);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>("t", text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static String read(KafkaBroker broker) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            var records = consumer.poll(Duration.ofSeconds(20)).records(PARTITION);
            return new String(records.get(0).value(), StandardCharsets.UTF_8);
        }
    }

    private static String request(ElasticsearchServer server, String method, String path, String body)
            throws Exception {
        URI uri = URI.create(server.url() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
