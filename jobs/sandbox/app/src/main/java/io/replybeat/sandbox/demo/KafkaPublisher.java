package io.replybeat.sandbox.demo;

import io.replybeat.sandbox.simulator.Delivery;
import io.replybeat.sandbox.simulator.Player;
import io.replybeat.stream.kafka.CareEventEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Hands simulated events to Kafka, as a collector would: keyed by conversation, in order. */
final class KafkaPublisher implements Player.Publisher {
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(500);

    private final CareEventEncoder encoder = new CareEventEncoder();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    KafkaPublisher(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "compression.type",
                        "lz4",
                        // History is sent as fast as it can be: 20 ms of company make batches worth compressing.
                        "linger.ms",
                        20,
                        "batch.size",
                        128 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void publish(Delivery delivery) {
        producer.send(encoder.record(topic, delivery.event()), (metadata, e) -> failure.compareAndSet(null, e));
        Exception lost = failure.get();
        if (lost != null) {
            throw new IllegalStateException("Kafka did not take an event", lost);
        }
    }

    @Override
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
