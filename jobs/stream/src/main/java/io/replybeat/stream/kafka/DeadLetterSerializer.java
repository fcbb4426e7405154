package io.replybeat.stream.kafka;

import io.replybeat.schema.DeadLetter;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Topics;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes the dead letter of a rejection: the record's bytes with the reason, under the key topic-partition-offset.
 *
 * <p>A rejection that is written again after a restore gives the same key and the same bytes, so readers can tell.
 */
final class DeadLetterSerializer implements KafkaRecordSerializationSchema<Rejection> {

    /** As much as the topic of the events takes; a longer record can only come from a topic of other settings. */
    private static final int MOST_BYTES = Topics.CARE_EVENTS.maxRecordBytes();

    private final String topic;
    private transient SingleObject<DeadLetter> avro;

    DeadLetterSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Rejection rejection, KafkaSinkContext context, Long timestamp) {
        if (avro == null) {
            avro = SingleObject.ofDeadLetters();
        }
        DeadLetter letter = letter(rejection);
        String key = letter.getTopic() + "-" + letter.getPartition() + "-" + letter.getOffset();
        Long arrivedAt = rejection.origin().arrivedAt() > 0 ? rejection.origin().arrivedAt() : null;
        return new ProducerRecord<>(topic, null, arrivedAt, key.getBytes(StandardCharsets.UTF_8), avro.encode(letter));
    }

    private static DeadLetter letter(Rejection rejection) {
        byte[] original = rejection.original();
        Origin origin = rejection.origin();
        boolean fromKafka = origin instanceof Origin.Kafka;
        return new DeadLetter(
                rejection.reason().code(),
                rejection.field(),
                rejection.detail(),
                fromKafka ? ((Origin.Kafka) origin).topic() : ((Origin.File) origin).file(),
                fromKafka ? ((Origin.Kafka) origin).partition() : 0,
                fromKafka ? ((Origin.Kafka) origin).offset() : ((Origin.File) origin).line(),
                Instant.ofEpochMilli(origin.arrivedAt()),
                ByteBuffer.wrap(original, 0, Math.min(original.length, MOST_BYTES)),
                (long) original.length);
    }
}
