package io.replybeat.sandbox.endtoend;

import io.replybeat.care.brand.Brands;
import io.replybeat.sandbox.file.EventFile;
import io.replybeat.sandbox.simulator.Delivery;
import io.replybeat.sandbox.simulator.Incident;
import io.replybeat.sandbox.simulator.Settings;
import io.replybeat.sandbox.simulator.Traffic;
import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Visibility;
import io.replybeat.stream.kafka.CareEventEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Two days of the demo's brands, deliveries in any order: late, repeated and corrected events as the simulator makes them,
 * then shuffled so that nearly all of them are late.
 *
 * <p>After them a last word in every partition, three hours later, brings event time to the same instant everywhere. Live
 * it stays 10 s behind that word, in a backfill it does not: the test looks that nothing is due in between.
 */
record History(List<CareEvent> events, Instant lastWordAt) {

    static final Brands BRANDS = Brands.parse(Settings.demoYaml());

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(2);
    private static final double PER_MINUTE = 0.9;
    private static final double BUSY_PER_MINUTE = 10;

    static History shuffled(long seed) {
        List<CareEvent> events = new ArrayList<>();
        new Traffic(Settings.demo(seed, PER_MINUTE, MONDAY, List.of()))
                .until(MONDAY.plus(LENGTH), (Delivery delivery) -> events.add(delivery.event()));
        events.addAll(invalid());
        Collections.shuffle(events, new Random(seed));
        return new History(events, MONDAY.plus(LENGTH).plus(Duration.ofHours(3)));
    }

    /** In the order in which it happened, with an outage of billing: what alerts judge is there in time. */
    static History inOrder(long seed) {
        Incident outage = new Incident(
                Incident.Kind.BILLING_OUTAGE, "lumo", MONDAY.plus(Duration.ofHours(38)), Duration.ofMinutes(60));
        List<CareEvent> events = new ArrayList<>();
        new Traffic(Settings.demo(seed, BUSY_PER_MINUTE, MONDAY, List.of(outage)))
                .until(MONDAY.plus(LENGTH), (Delivery delivery) -> events.add(delivery.event()));
        events.sort(Comparator.comparing(CareEvent::getOccurredAt));
        return new History(events, MONDAY.plus(LENGTH).plus(Duration.ofHours(3)));
    }

    /** Well written and yet refused, on either way. */
    static List<CareEvent> invalid() {
        return List.of(
                message("no-brand", "", MONDAY, "Hello?"),
                message("ahead", "lumo", Instant.parse("2099-01-01T00:00:00Z"), "Hello from the future"),
                message("long", "lumo", MONDAY, "x".repeat(70_000)));
    }

    List<CareEvent> lastWords() {
        List<CareEvent> words = new ArrayList<>();
        for (int partition = 0; partition < Nodes.PARTITIONS; partition++) {
            words.add(message("last-word-" + partition, "clock", lastWordAt, "It is late."));
        }
        return words;
    }

    /** Everything as JSON Lines. */
    void writeTo(Path file) throws IOException {
        try (EventFile lines = EventFile.at(file)) {
            events.forEach(lines::write);
            lastWords().forEach(lines::write);
            lines.finish();
        }
    }

    /** A stretch of the deliveries to the partitions of their conversations, in Avro. */
    void publish(int from, int to, Nodes.Servers servers, String topic) {
        CareEventEncoder encoder = new CareEventEncoder();
        try (KafkaProducer<byte[], byte[]> producer = producer(servers)) {
            events.subList(from, to).forEach(event -> producer.send(encoder.record(topic, event)));
        }
    }

    void publishLastWords(Nodes.Servers servers, String topic) {
        CareEventEncoder encoder = new CareEventEncoder();
        List<CareEvent> words = lastWords();
        try (KafkaProducer<byte[], byte[]> producer = producer(servers)) {
            for (int partition = 0; partition < words.size(); partition++) {
                CareEvent word = words.get(partition);
                producer.send(new ProducerRecord<>(topic, partition, CareEventEncoder.key(word), encoder.value(word)));
            }
        }
    }

    static CareEvent message(String id, String brand, Instant occurredAt, String text) {
        Author author = new Author("u1", AuthorKind.CUSTOMER, null, null, null, null, null, null, null);
        Message message = new Message(
                Direction.INBOUND,
                Visibility.PUBLIC,
                author,
                text,
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(),
                null);
        return new CareEvent(id, 0, brand, "of-" + id, "x", occurredAt, null, 0L, message);
    }

    private static KafkaProducer<byte[], byte[]> producer(Nodes.Servers servers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.kafka().bootstrapServers(), "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
