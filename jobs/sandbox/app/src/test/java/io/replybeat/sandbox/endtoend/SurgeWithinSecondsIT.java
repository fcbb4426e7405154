package io.replybeat.sandbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Sentiment;
import io.replybeat.schema.SentimentLabel;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Visibility;
import io.replybeat.stream.kafka.CareEventEncoder;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Live, with the default watermark: from the third post's way into Kafka to the alert's way out of it. */
@ExtendWith(Nodes.class)
class SurgeWithinSecondsIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CareEventEncoder encoder = new CareEventEncoder();
    private int events;

    @TempDir
    Path directory;

    /** What comes after the third post? */
    enum Then {
        NOTHING,
        ORDINARY_TRAFFIC
    }

    @ParameterizedTest
    @EnumSource
    void a_surge_is_told_within_five_seconds_though_older_posts_began_others(Then then, Nodes.Servers servers)
            throws Exception {
        String name = "surge-" + then.ordinal();
        JobOptions options = servers.options(name).with(Options.STATE_BACKEND, StateBackend.HASHMAP);
        String topic = options.get(Options.KAFKA_TOPIC);
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(servers.client(), new ByteArraySerializer(), new ByteArraySerializer());
                LiveJob job = LiveJob.start(directory.resolve("live"), options);
                KafkaConsumer<byte[], byte[]> alerts = alerts(options)) {
            Instant earlier = Instant.now().minus(Duration.ofMinutes(9));
            producer.send(encoder.record(topic, callout("lumo", "anna", earlier)));
            producer.send(encoder.record(topic, callout("nordwind", "ben", earlier.plusSeconds(1))));
            for (int partition = 0; partition < Nodes.PARTITIONS; partition++) {
                CareEvent event = ordinary();
                producer.send(
                        new ProducerRecord<>(topic, partition, CareEventEncoder.key(event), encoder.value(event)));
            }
            producer.flush();
            job.awaitConsumed();
            // A job that has just begun waits for partitions that may still have a past; this one has arrived in the
            // present.
            surge("flimmer", producer, topic);
            untilToldOf("flimmer", alerts, () -> {});

            surge("lumo", producer, topic);
            Duration took = untilToldOf("lumo", alerts, () -> {
                if (then == Then.ORDINARY_TRAFFIC) {
                    producer.send(encoder.record(topic, ordinary()));
                }
            });

            assertThat(took).isLessThan(PROMISED);
        }
    }

    private void surge(String brand, KafkaProducer<byte[], byte[]> producer, String topic) {
        for (String author : List.of("anna", "clara", "dora")) {
            producer.send(encoder.record(topic, callout(brand, author, Instant.now())));
        }
        producer.flush();
    }

    private static Duration untilToldOf(String brand, KafkaConsumer<byte[], byte[]> alerts, Runnable meanwhile)
            throws Exception {
        long sent = System.nanoTime();
        while (!isTold(brand, alerts)) {
            meanwhile.run();
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(PATIENCE);
        }
        return Duration.ofNanos(System.nanoTime() - sent);
    }

    private static boolean isTold(String brand, KafkaConsumer<byte[], byte[]> alerts) throws Exception {
        boolean told = false;
        for (var record : alerts.poll(Duration.ofMillis(50))) {
            var alert = SingleObject.ofAlerts().decode(record.value());
            told |= alert.getRule().equals("callout_surge") && alert.getBrand().equals(brand);
        }
        return told;
    }

    private static KafkaConsumer<byte[], byte[]> alerts(JobOptions options) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", options.get(Options.KAFKA_BOOTSTRAP_SERVERS)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(options.get(Options.KAFKA_ALERTS_TOPIC)).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private CareEvent callout(String brand, String author, Instant at) {
        return event(brand, author, 50_000L, at, new Sentiment(SentimentLabel.NEGATIVE, -0.8));
    }

    private CareEvent ordinary() {
        return event("harborline", "customer" + events, 20L, Instant.now(), new Sentiment(SentimentLabel.NEUTRAL, 0.0));
    }

    private CareEvent event(String brand, String author, long followers, Instant at, Sentiment sentiment) {
        String id = "e" + events++;
        Message message = new Message(
                Direction.INBOUND,
                Visibility.PUBLIC,
                new Author(author, AuthorKind.CUSTOMER, null, followers, null, null, null, null, null),
                "Words of " + id,
                "en",
                null,
                false,
                null,
                null,
                null,
                List.of(),
                sentiment);
        return new CareEvent(id, 0, brand, "of-" + id, "x", at, null, 0L, message);
    }
}
