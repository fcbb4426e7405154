package io.replybeat.schema;

import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * What is promised of one Kafka topic: who writes what into it, who reads it, and for how long it keeps it.
 *
 * @param key what the record key is made of; records of one key stay in order
 * @param maxRecordBytes largest record the brokers take
 * @param personalData whether it holds what a person wrote or is called
 */
public record Topic(
        String name,
        String answers,
        String key,
        Schema schema,
        int partitions,
        Duration retention,
        int maxRecordBytes,
        boolean personalData,
        String writtenBy,
        String readBy) {

    /** The same topic under the name that an operator has given it. */
    public Topic named(String otherName) {
        return new Topic(
                otherName,
                answers,
                key,
                schema,
                partitions,
                retention,
                maxRecordBytes,
                personalData,
                writtenBy,
                readBy);
    }

    /** The settings to create the topic with, as Kafka spells them. */
    public Map<String, String> settings() {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", Long.toString(retention.toMillis()),
                "max.message.bytes", Integer.toString(maxRecordBytes));
    }
}
