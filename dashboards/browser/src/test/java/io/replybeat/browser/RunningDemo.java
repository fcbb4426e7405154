package io.replybeat.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.node.Ports;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Topics;
import io.replybeat.stream.kafka.CareEventEncoder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The demo as a person starts it, with a day of history behind it. */
final class RunningDemo implements AutoCloseable {

    /** A bound for a busy machine, not a promise. */
    private static final Duration HISTORY_WITHIN = Duration.ofMinutes(8);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Integer> ports = Ports.free(4);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path output;
    private final Process process;

    private RunningDemo(Path directory) throws IOException {
        output = directory.resolve("demo.txt");
        process = new ProcessBuilder(
                        Path.of("")
                                .toAbsolutePath()
                                .resolve("../../replybeat")
                                .normalize()
                                .toString(),
                        "demo",
                        "--port=" + ports.get(0),
                        "--kafka-port=" + ports.get(1),
                        "--elasticsearch-port=" + ports.get(2),
                        "--flink-port=" + ports.get(3),
                        "--days=1",
                        "--rate=20",
                        "--data-dir=" + directory.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Returns when the history is worked through, somebody waits, and alerts are there. */
    static RunningDemo in(Path directory) throws IOException {
        RunningDemo demo = new RunningDemo(directory);
        demo.awaitSnapshot(
                HISTORY_WITHIN,
                snapshot -> snapshot.at("/now/waiting").asLong() > 0
                        && snapshot.path("alerts").size() > 0
                        && Files.exists(demo.output)
                        && demo.said().contains("live now"));
        return demo;
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + ports.get(0) + "/");
    }

    URI elasticsearch() {
        return URI.create("http://127.0.0.1:" + ports.get(2));
    }

    JsonNode snapshot(String view) {
        return get("/api/snapshot?" + view);
    }

    JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(page().resolve(path)).build();
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError(said(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitSnapshot(Duration atMost, Predicate<JsonNode> wanted) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(said());
                    }
                    return wanted.test(snapshot("range=24h"));
                });
    }

    void publish(List<CareEvent> events) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + ports.get(1));
        CareEventEncoder encoder = new CareEventEncoder();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            events.forEach(event -> producer.send(encoder.record(Topics.CARE_EVENTS.name(), event)));
        }
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "the demo said nothing: " + e;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
