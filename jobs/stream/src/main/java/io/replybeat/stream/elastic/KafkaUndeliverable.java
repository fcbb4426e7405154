package io.replybeat.stream.elastic;

import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Topic;
import io.replybeat.schema.UndeliverableDocument;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Lays documents that Elasticsearch will never take into a Kafka topic, whole and with the reason, at least once. */
public final class KafkaUndeliverable implements UndeliverableHandler {

    private final String topic;
    private final Producer<String, byte[]> producer;
    private final SingleObject<UndeliverableDocument> avro = SingleObject.ofUndeliverableDocuments();

    /** A producer may block while it looks for its topic; the task's thread must not. */
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "replybeat-undeliverable");
        thread.setDaemon(true);
        return thread;
    });

    KafkaUndeliverable(String topic, Producer<String, byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /** @param kafka settings of a Kafka client, {@code bootstrap.servers} among them */
    public static UndeliverableHandler.Factory to(Topic topic, Properties kafka) {
        String name = topic.name();
        return () -> {
            Properties properties = new Properties();
            properties.putAll(kafka);
            properties.put(ProducerConfig.ACKS_CONFIG, "all");
            return new KafkaUndeliverable(
                    name, new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()));
        };
    }

    @Override
    public CompletableFuture<Void> accept(Undeliverable document) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        sender.execute(() -> send(document, written));
        return written;
    }

    private void send(Undeliverable document, CompletableFuture<Void> written) {
        try {
            byte[] value = avro.encode(UndeliverableDocument.newBuilder()
                    .setIndex(document.index())
                    .setId(document.id())
                    .setVersion(document.version())
                    .setStatus(document.status())
                    .setReason(document.reason())
                    .setDocument(document.json())
                    .build());
            String key = document.index() + "/" + document.id();
            producer.send(new ProducerRecord<>(topic, key, value), (metadata, error) -> {
                if (error == null) {
                    written.complete(null);
                } else {
                    written.completeExceptionally(error);
                }
            });
        } catch (RuntimeException e) {
            written.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        producer.close(java.time.Duration.ZERO);
    }
}
