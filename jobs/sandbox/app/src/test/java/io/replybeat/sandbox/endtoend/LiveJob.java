package io.replybeat.sandbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.node.LocalJob;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The real job on a cluster inside this process: it must never fail, and saves its state when told to. */
final class LiveJob implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration NEVER_BY_ITSELF = Duration.ofHours(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JobOptions options;
    private final LocalJob job;
    private final String url;

    private LiveJob(JobOptions options, LocalJob job) throws IOException, InterruptedException {
        this.options = options;
        this.job = job;
        URI jobs = job.webUi().resolve("/v1/jobs/");
        String id = ask(jobs.toString()).at("/jobs/0/id").asText();
        this.url = jobs + id;
    }

    /** In a directory where a job was killed before, it goes on from that one's checkpoint. */
    static LiveJob start(Path directory, JobOptions options) throws Exception {
        JobOptions told = options.with(Options.CHECKPOINT_INTERVAL, NEVER_BY_ITSELF);
        return new LiveJob(told, LocalJob.start(directory, 0, told));
    }

    /** Until all that lies in the topic is part of a checkpoint, and so of the documents that have left for the sinks. */
    void awaitConsumed() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            checkpoint();
            return committed().equals(ends());
        });
    }

    /** Saves the state. */
    void checkpoint() throws Exception {
        await().atMost(PATIENCE).until(this::runsWholly);
        int before = completed();
        tell(url + "/checkpoints", "{\"checkpointType\":\"CONFIGURED\"}");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> completed() > before);
    }

    private int completed() throws Exception {
        assertNeverFailed();
        return ask(url + "/checkpoints").at("/counts/completed").asInt();
    }

    /** Not even for a moment, after which it was restarted. */
    private void assertNeverFailed() throws IOException, InterruptedException {
        assertThat(ask(url + "/exceptions").at("/exceptionHistory/entries")).isEmpty();
    }

    private boolean runsWholly() throws IOException, InterruptedException {
        assertNeverFailed();
        for (JsonNode vertex : ask(url).path("vertices")) {
            if (!vertex.path("status").asText().equals("RUNNING")) {
                return false;
            }
        }
        return true;
    }

    private Map<TopicPartition, Long> committed() throws Exception {
        try (Admin admin = admin()) {
            String group = options.get(Options.KAFKA_GROUP_ID);
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        }
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, Nodes.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(options.get(Options.KAFKA_TOPIC), partition))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", options.get(Options.KAFKA_BOOTSTRAP_SERVERS)));
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(path)).build());
    }

    private void tell(String path, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    /** Ends as by a crash: nothing is saved or flushed. */
    @Override
    public void close() {
        job.close();
        await().atMost(PATIENCE).until(() -> job.ended().isDone());
    }
}
