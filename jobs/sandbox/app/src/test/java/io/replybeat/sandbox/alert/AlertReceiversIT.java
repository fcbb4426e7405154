package io.replybeat.sandbox.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Topics;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.ElasticsearchSink;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.pipeline.LiveOutputs;
import io.replybeat.stream.receiver.AlertExamples;
import io.replybeat.stream.receiver.HttpReceiver;
import io.replybeat.stream.receiver.HttpReceiver.Fault;
import io.replybeat.stream.setup.Setup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts through the live job's own outputs: to a real topic, and over HTTP with customers' words from a real node. */
class AlertReceiversIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ALL_OF_HISTORY_DAYS = 36_500;

    @TempDir
    static Path directory;

    private static ElasticsearchServer elasticsearch;
    private static KafkaBroker broker;
    private static JobOptions options;

    @BeforeAll
    static void start() throws Exception {
        elasticsearch = ElasticsearchServer.start(directory.resolve("elasticsearch"), 0);
        broker = KafkaBroker.start(directory.resolve("kafka"), 0);
        options = JobOptions.defaults()
                .with(Options.KAFKA_BOOTSTRAP_SERVERS, broker.bootstrapServers())
                .with(Options.ELASTICSEARCH_URL, URI.create(elasticsearch.url().toString()))
                .with(Options.ALERTS_DELIVER_NEWER_THAN, Duration.ofDays(ALL_OF_HISTORY_DAYS))
                .with(Options.ALERTS_SHOW_TEXT, true);
        try (Setup setup = Setup.of(options)) {
            setup.apply(setup.plan(), step -> {});
        }
        store(message("acme", "e1", "Where is my <refund>?"), message("other", "e2", "Not the brand's"));
    }

    @AfterAll
    static void stop() {
        broker.close();
        elasticsearch.close();
    }

    @Test
    void every_receiver_is_told_what_the_topic_holds_and_sees_what_customers_wrote() throws Exception {
        List<Alert> alerts = List.of(AlertExamples.fired("billing"), AlertExamples.resolved("billing", 2));
        try (HttpReceiver webhook = new HttpReceiver();
                HttpReceiver slack = new HttpReceiver();
                HttpReceiver pagerDuty = new HttpReceiver()) {
            slack.failsBy(Fault.RESET_IN_THE_ANSWER);
            run(
                    alerts,
                    options.with(Options.ALERTS_WEBHOOK_URL, webhook.url())
                            .with(Options.ALERTS_SLACK_URL, slack.url())
                            .with(Options.ALERTS_PAGERDUTY_URL, pagerDuty.url())
                            .with(Options.ALERTS_PAGERDUTY_ROUTING_KEY, "key"),
                    () -> {
                        slack.next();
                        slack.failsBy(Fault.NONE);
                    });

            assertThat(webhook.told()).hasSize(2);
            JsonNode fired = JSON.readTree(webhook.told().get(0).body());
            assertThat(fired.path("type").asText()).isEqualTo("io.replybeat.alert.fired");
            assertThat(fired.at("/data/messages").toString())
                    .isEqualTo("[{\"id\":\"e1\",\"text\":\"Where is my <refund>?\"}]");
            assertThat(slack.told()).hasSize(3).first().satisfies(told -> assertThat(told.body())
                    .contains("“Where is my &lt;refund&gt;?”"));
            assertThat(pagerDuty.told()).hasSize(2).last().satisfies(told -> assertThat(told.body())
                    .contains("\"event_action\":\"resolve\""));
        }
        List<ConsumerRecord<String, byte[]>> records = topic(2);
        assertThat(records)
                .extracting(record -> new String(
                        record.headers().lastHeader("idempotency-key").value(), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(
                        alerts.stream().map(Alert::idempotencyKey).toList());
        assertThat(SingleObject.ofAlerts().decode(records.get(1).value()).getChange())
                .isEqualTo("resolved");
    }

    private static void run(List<Alert> alerts, JobOptions with, Meanwhile meanwhile) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        new LiveOutputs(new KafkaEdges(with), with)
                .alerts(env.fromData(alerts, CodecType.of(Alert.class, AlertCodec.CODEC)));
        var job = env.executeAsync();
        meanwhile.happens();
        job.getJobExecutionResult().get();
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    private static Document message(String brand, String event, String text) {
        Map<String, Object> fields = Map.of("id", event, "brand", brand, "event_id", event, "text", text);
        return new Document(Kind.MESSAGES, event, AlertExamples.TEN_O_CLOCK, () -> fields);
    }

    private static void store(Document... messages) throws Exception {
        ElasticsearchOptions node = ElasticsearchOptions.of(options);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.fromData(List.of(messages), DocumentType.INSTANCE).sinkTo(new ElasticsearchSink(node));
        env.execute();
        try (ElasticsearchClient client = new ElasticsearchClient(node)) {
            assertThat(client.send("POST", "/replybeat-*/_refresh", "application/json", new byte[0])
                            .join()
                            .status())
                    .isEqualTo(200);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> topic(int records) {
        Properties kafka = new Properties();
        kafka.put("bootstrap.servers", broker.bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            for (int polls = 0; polls < 20 && read.size() < records; polls++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
            }
            return read;
        }
    }
}
