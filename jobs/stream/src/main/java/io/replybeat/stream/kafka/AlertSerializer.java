package io.replybeat.stream.kafka;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Cause;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.document.Fields;
import io.replybeat.schema.AlertCause;
import io.replybeat.schema.SingleObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes the record of an alert's moment, under the alert's id so that the moments of one stay in order.
 *
 * <p>A moment that is written again after a restore gives the same bytes and the same header {@value #IDEMPOTENCY_KEY}.
 * The record's own time is that of writing: the topic keeps what a replay tells as long as all else.
 */
final class AlertSerializer implements KafkaRecordSerializationSchema<Alert> {

    static final String IDEMPOTENCY_KEY = "idempotency-key";

    private static final long serialVersionUID = 1;

    private final String topic;
    private transient SingleObject<io.replybeat.schema.Alert> avro;

    AlertSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Alert alert, KafkaSinkContext context, Long timestamp) {
        if (avro == null) {
            avro = SingleObject.ofAlerts();
        }
        ProducerRecord<byte[], byte[]> moment =
                new ProducerRecord<>(topic, utf8(alert.id()), avro.encode(record(alert)));
        moment.headers().add(IDEMPOTENCY_KEY, utf8(alert.idempotencyKey()));
        return moment;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static io.replybeat.schema.Alert record(Alert alert) {
        Measure measure = alert.measure();
        return io.replybeat.schema.Alert.newBuilder()
                .setId(alert.id())
                .setRule(alert.rule().word())
                .setBrand(alert.brand())
                .setCut(alert.subject().cut().word())
                .setSubject(alert.subject().name())
                .setChange(alert.change().word())
                .setSeverity(alert.severity().word())
                .setMuted(alert.muted())
                .setRevision(alert.revision())
                .setSince(Instant.ofEpochMilli(alert.since()))
                .setFiredAt(Instant.ofEpochMilli(alert.firedAt()))
                .setUpdatedAt(Instant.ofEpochMilli(alert.updatedAt()))
                .setResolvedAt(alert.resolvedAt() == Fields.NONE ? null : Instant.ofEpochMilli(alert.resolvedAt()))
                .setTitle(alert.title())
                .setWhy(alert.why())
                .setMeasure(measure.name())
                .setValue(measure.value())
                .setExpected(known(measure.expected()))
                .setLow(known(measure.low()))
                .setHigh(known(measure.high()))
                .setThreshold(known(measure.threshold()))
                .setMessageIds(alert.evidence().messageIds())
                .setConversationIds(alert.evidence().conversationIds())
                .setCauses(alert.evidence().causes().stream()
                        .map(AlertSerializer::record)
                        .toList())
                .setJoined(alert.evidence().joined().stream().map(Subject::text).toList())
                .build();
    }

    private static AlertCause record(Cause cause) {
        return new AlertCause(
                cause.subject().cut().word(),
                cause.subject().name(),
                known(cause.value()),
                known(cause.expected()),
                known(cause.share()));
    }

    private static Double known(double number) {
        return Double.isFinite(number) ? (Double) number : null;
    }
}
