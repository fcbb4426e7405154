package io.replybeat.sandbox.simulator;

import io.replybeat.stream.kafka.CareEventEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes events as a collector does: Avro, keyed by conversation, each written once however often a request is retried. */
public final class KafkaPublisher implements Player.Publisher {

    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MILLIS = 20;
    private static final long BUFFER_BYTES = 64L << 20;

    /** Whoever stops a demo does not wait for a broker that is gone; what was flushed is safe. */
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(500);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final CareEventEncoder encoder = new CareEventEncoder();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public KafkaPublisher(String bootstrapServers, String topic) {
        this(new KafkaProducer<>(properties(bootstrapServers)), topic);
    }

    KafkaPublisher(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** @throws IllegalStateException when the broker refused an earlier event */
    @Override
    public void publish(Delivery delivery) {
        failIfRefused();
        producer.send(encoder.record(topic, delivery.event()), (written, refusal) -> {
            if (refusal != null) {
                failure.compareAndSet(null, refusal);
            }
        });
    }

    @Override
    public void flush() {
        producer.flush();
        failIfRefused();
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }

    private void failIfRefused() {
        Exception refusal = failure.get();
        if (refusal != null) {
            throw new IllegalStateException("publishing events to the topic " + topic + " failed", refusal);
        }
    }

    private static Map<String, Object> properties(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "replybeat-simulator",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MILLIS,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_BYTES,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class);
    }
}
