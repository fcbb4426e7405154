package io.replybeat.sandbox.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.node.OnPath;
import io.replybeat.sandbox.node.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real Prometheus, Debian's package of that name, with this repository's rules and example of a configuration. */
final class Prometheus implements AutoCloseable {

    static final String ABSENT = "no prometheus on the path (Debian's package of that name): nothing tested";

    private static final Path FOLDER = Path.of("../../../dashboards/prometheus");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.orFree(0);
    private final Process process;

    private Prometheus(Path directory) throws IOException {
        process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + directory.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
    }

    static boolean isAbsent() {
        return OnPath.find("prometheus").isEmpty() || OnPath.find("promtool").isEmpty();
    }

    /** Reads the metrics every two seconds instead of every 15. */
    static Prometheus of(URI metrics, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.copy(FOLDER.resolve("replybeat-rules.yml"), directory.resolve("replybeat-rules.yml"));
        Files.writeString(
                directory.resolve("prometheus.yml"),
                Files.readString(FOLDER.resolve("prometheus.yml"))
                        .replace("127.0.0.1:9249", metrics.getAuthority())
                        .replace("interval: 15s", "interval: 2s"));
        Prometheus prometheus = new Prometheus(directory);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> prometheus.get("/-/ready").statusCode() == 200);
        return prometheus;
    }

    /** What promtool says to files of {@code dashboards/prometheus}; empty when it finds nothing wrong. */
    static String promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process promtool = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return promtool.waitFor() == 0 ? "" : said;
    }

    /** The series an expression gives now. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        return data("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result");
    }

    /** The rules, with what came of their last evaluation. */
    JsonNode rules() throws IOException, InterruptedException {
        return data("/api/v1/rules").at("/groups/0/rules");
    }

    private JsonNode data(String path) throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(get(path).body());
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(path + " was answered " + answer);
        }
        return answer.path("data");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
