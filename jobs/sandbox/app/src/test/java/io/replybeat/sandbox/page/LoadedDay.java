package io.replybeat.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.alert.Alert;
import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.sandbox.simulator.Incident;
import io.replybeat.sandbox.simulator.Settings;
import io.replybeat.sandbox.simulator.Simulate;
import io.replybeat.schema.Topics;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.ElasticsearchSink;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.intake.CareEventIntake;
import io.replybeat.stream.intake.Limits;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.pipeline.CarePipeline;
import io.replybeat.stream.pipeline.EndOfHistory;
import io.replybeat.stream.pipeline.JobEnvironment;
import io.replybeat.stream.pipeline.OperatorIds;
import io.replybeat.stream.pipeline.Outputs;
import io.replybeat.stream.setup.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A real node that holds what the real pipeline made of 36 hours of the demo's traffic, about 10 000 events. */
final class LoadedDay implements AutoCloseable {

    private static final CodecType<Arrival> ARRIVAL = CodecType.of(Arrival.class, ArrivalCodec.CODEC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ElasticsearchServer server;
    private final ElasticsearchClient client;

    private LoadedDay(ElasticsearchServer server, ElasticsearchClient client) {
        this.server = server;
        this.client = client;
    }

    /** Windows of two cuts are three times fewer documents to index than all. */
    static LoadedDay until(Instant now, Path directory) throws Exception {
        return until(now, directory, Map.of("windows.cuts", "brand,team"), List.of());
    }

    static LoadedDay until(Instant now, Path directory, Map<String, String> rules, List<Incident> incidents)
            throws Exception {
        Path events = directory.resolve("events.jsonl");
        Simulate.toFile(Settings.demo(11, 5, now.minus(Duration.ofHours(36)), incidents), now, events);
        Path brands = directory.resolve("brands.yaml");
        Files.writeString(brands, Settings.demoYaml());

        ElasticsearchServer server = ElasticsearchServer.start(directory.resolve("elasticsearch"), 0);
        ElasticsearchOptions elasticsearch =
                ElasticsearchOptions.at(server.url().toString());
        setUp(elasticsearch, directory);
        run(arrivals(events, now), options(brands, now, rules), elasticsearch, now);
        LoadedDay day = new LoadedDay(server, new ElasticsearchClient(elasticsearch));
        day.ask("POST", "/replybeat-*/_refresh", "");
        return day;
    }

    private static JobOptions options(Path brands, Instant now, Map<String, String> rules) {
        Map<String, String> flags = new HashMap<>(rules);
        flags.put("as-of", now.toString());
        return JobOptions.from(flags, Map.of(), brands);
    }

    /** Topics come with the templates, so a broker is there for a moment. */
    private static void setUp(ElasticsearchOptions elasticsearch, Path directory) {
        try (KafkaBroker broker = KafkaBroker.start(directory.resolve("kafka"), 0)) {
            Properties kafka = new Properties();
            kafka.put("bootstrap.servers", broker.bootstrapServers());
            try (Setup setup = new Setup(elasticsearch, kafka, Topics.ALL)) {
                setup.apply(setup.plan(), step -> {});
            }
        }
    }

    private static List<Arrival> arrivals(Path events, Instant now) throws Exception {
        CareEventIntake intake = new CareEventIntake(Limits.DEFAULT, now::toEpochMilli);
        List<Arrival> arrivals = new ArrayList<>();
        for (String line : Files.readAllLines(events)) {
            arrivals.add(intake.fromJson(line, new Origin.File("events", arrivals.size() + 1, 0)));
        }
        arrivals.add(intake.fromJson("no event", new Origin.File("events", arrivals.size() + 1, 0)));
        return arrivals;
    }

    private static void run(List<Arrival> arrivals, JobOptions options, ElasticsearchOptions elasticsearch, Instant now)
            throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        JobEnvironment.configure(env, options);
        DataStream<Arrival> source = env.fromData(arrivals, ARRIVAL)
                .uid("arrivals")
                .transform("end of history", ARRIVAL, new EndOfHistory(now.toEpochMilli()))
                .uid(OperatorIds.END_OF_HISTORY.uid());
        CarePipeline.wire(source, into(elasticsearch), options);
        env.execute();
    }

    private static Outputs into(ElasticsearchOptions elasticsearch) {
        return new Outputs() {
            @Override
            public void documents(DataStream<Document> documents, OperatorIds sink) {
                documents.sinkTo(new ElasticsearchSink(elasticsearch)).uid(sink.uid());
            }

            @Override
            public void alerts(DataStream<Alert> alerts) {}

            @Override
            public void deadLetters(DataStream<Rejection> rejected) {
                rejected.sinkTo(new DiscardingSink<>()).uid(OperatorIds.DEAD_LETTERS.uid());
            }
        };
    }

    URI elasticsearch() {
        return URI.create(server.url().toString());
    }

    List<JsonNode> conversations(String brand) {
        return documents("conversations", "{\"term\":{\"brand\":\"" + brand + "\"}}");
    }

    List<JsonNode> facts(String brand, String kind) {
        return documents(
                "facts",
                "{\"bool\":{\"filter\":[{\"term\":{\"brand\":\"" + brand + "\"}},{\"term\":{\"kind\":\"" + kind
                        + "\"}}]}}");
    }

    List<JsonNode> messages(String brand) {
        return documents("messages", "{\"term\":{\"brand\":\"" + brand + "\"}}");
    }

    List<JsonNode> documents(String kind, String query) {
        JsonNode hits = ask("POST", "/replybeat-" + kind + "/_search", "{\"size\":10000,\"query\":" + query + "}")
                .at("/hits/hits");
        List<JsonNode> documents = new ArrayList<>();
        hits.forEach(hit -> documents.add(hit.path("_source")));
        if (documents.size() == 10_000) {
            throw new IllegalStateException("more " + kind + " than one answer holds: simulate less");
        }
        return documents;
    }

    /** What Elasticsearch answers; an error is an {@link AssertionError}. */
    JsonNode search(String alias, Object body) {
        JsonNode answer =
                ask("POST", "/" + alias + "/_search", JSON.valueToTree(body).toString());
        if (!answer.has("hits")) {
            throw new AssertionError(alias + " was asked " + JSON.valueToTree(body) + " and answered " + answer);
        }
        return answer;
    }

    JsonNode ask(String method, String path, String body) {
        try {
            byte[] bytes = body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8);
            return JSON.readTree(
                    client.send(method, path, "application/json", bytes).join().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
