package io.replybeat.sandbox.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.replybeat.sandbox.node.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person has it: started with ./replybeat, ended with Ctrl-C. */
class DemoIT {
    /** A bound for the build, not the promise of 60 s: on a machine that is 20 times overcommitted the whole test took 100 s. */
    private static final Duration FIRST_NUMBERS_WITHIN = Duration.ofMinutes(5);

    private static final long STOPPED_WITHIN_SECONDS = 10;

    private final List<Integer> ports = Ports.free(4);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private Process demo;

    @AfterEach
    void leaveNothingBehind() {
        if (demo != null) {
            demo.destroyForcibly();
        }
    }

    @Test
    void one_command_shows_numbers_and_ctrl_c_leaves_nothing_behind() throws Exception {
        demo = start("first");
        awaitDocuments("conversations");
        awaitDocuments("windows");
        assertThat(get(ports.get(0), "/")).contains("<html");

        Process second = start("second");
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(output("second"))
                .contains("Port " + ports.get(0))
                .contains("another Replybeat")
                .contains("--port");

        List<ProcessHandle> nodes = demo.descendants().toList();
        assertThat(nodes).hasSize(2);
        new ProcessBuilder("kill", "-INT", Long.toString(demo.pid())).start().waitFor();

        assertThat(demo.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(nodes).noneMatch(ProcessHandle::isAlive);
        assertThat(ports).allMatch(Ports::isFree);
        assertThat(directory.resolve("first")).doesNotExist();
        assertThat(output("first"))
                .containsSubsequence("Kafka", "setup", "job", "live page", "http://127.0.0.1:" + ports.get(0))
                .contains("stopped")
                .doesNotContain("\tat ");
    }

    private Process start(String name) throws IOException {
        List<String> command = new ArrayList<>();
        // A build that runs in the background ignores Ctrl-C, and so would all its children.
        command.addAll(List.of(
                "env", "--default-signal=INT", repository().resolve("replybeat").toString(), "demo"));
        command.addAll(List.of("--port=" + ports.get(0), "--kafka-port=" + ports.get(1)));
        command.addAll(List.of("--elasticsearch-port=" + ports.get(2), "--flink-port=" + ports.get(3)));
        command.addAll(List.of("--days=1", "--rate=10", "--data-dir=" + directory.resolve(name)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".txt").toFile())
                .start();
    }

    private void awaitDocuments(String kind) {
        await().atMost(FIRST_NUMBERS_WITHIN).ignoreExceptions().untilAsserted(() -> {
            assertThat(demo.isAlive()).as(output("first")).isTrue();
            assertThat(get(ports.get(2), "/replybeat-" + kind + "/_count")).containsPattern("\"count\":[1-9]");
        });
    }

    private String get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private String output(String name) throws IOException {
        return Files.readString(directory.resolve(name + ".txt"), UTF_8);
    }

    private static Path repository() {
        return Path.of("").toAbsolutePath().resolve("../../..").normalize();
    }
}
