package io.replybeat.stream.kafka;

import io.replybeat.schema.CareEvent;
import io.replybeat.schema.SingleObject;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What does a collector send for an event? Confined to one thread. */
public final class CareEventEncoder {

    private final SingleObject<CareEvent> avro = SingleObject.ofCareEvents();

    /** Keeps the events of a conversation in one partition, in the order they were sent. */
    public static byte[] key(CareEvent event) {
        return (event.getBrand() + "|" + event.getConversationId()).getBytes(StandardCharsets.UTF_8);
    }

    public byte[] value(CareEvent event) {
        return avro.encode(event);
    }

    public ProducerRecord<byte[], byte[]> record(String topic, CareEvent event) {
        return new ProducerRecord<>(topic, key(event), value(event));
    }
}
