package io.replybeat.sandbox.alert;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.node.OnPath;
import io.replybeat.sandbox.node.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real Alertmanager: Debian's package prometheus-alertmanager. */
final class Alertmanager implements AutoCloseable {

    static final String ABSENT =
            "no prometheus-alertmanager on the path (Debian's package of that name): nothing tested";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path program;
    private final Path directory;
    private final int port = Ports.orFree(0);
    private Process process;
    private int lives;

    private Alertmanager(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    static Optional<Path> program() {
        return OnPath.find("prometheus-alertmanager");
    }

    /** Not yet started. It passes on what it is told to {@code webhook}, at once. */
    static Alertmanager in(Path directory, Path program, URI webhook) throws IOException {
        Files.writeString(
                directory.resolve("alertmanager.yml"),
                """
                route: {receiver: people, group_by: [alert_id, severity], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
                receivers:
                  - name: people
                    webhook_configs: [{url: "%s", send_resolved: true}]
                """
                        .formatted(webhook));
        return new Alertmanager(program, directory);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Each life begins with nothing, as after the loss of its disk. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + directory.resolve("alertmanager.yml"),
                        "--storage.path=" + directory.resolve("life-" + ++lives),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile())
                .start();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> ask("/-/ready").statusCode() == 200);
    }

    void stop() {
        process.destroyForcibly().onExit().join();
    }

    /** Those that fire now, as its API tells them. */
    List<JsonNode> firing() throws IOException, InterruptedException {
        List<JsonNode> firing = new ArrayList<>();
        JSON.readTree(ask("/api/v2/alerts").body()).forEach(firing::add);
        return firing;
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url().resolve(path)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        if (process != null) {
            stop();
        }
    }
}
