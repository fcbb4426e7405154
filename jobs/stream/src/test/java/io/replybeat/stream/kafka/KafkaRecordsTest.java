package io.replybeat.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Evidence;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.RandomEvents;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.DeadLetter;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Topics;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.Limits;
import io.replybeat.stream.intake.Origin;
import io.replybeat.stream.intake.Reason;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.intake.WireEvents;
import io.replybeat.stream.receiver.AlertExamples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaRecordsTest {

    private static final long TEN_O_CLOCK = 1_772_618_400_000L;

    private final CareEventEncoder encoder = new CareEventEncoder();
    private final List<Arrival> arrived = new ArrayList<>();
    private ArrivalDeserializer deserializer;

    @BeforeEach
    void ship() throws Exception {
        deserializer = InstantiationUtil.clone(new ArrivalDeserializer(Limits.DEFAULT));
        deserializer.open(new Context());
    }

    @Test
    void a_moment_of_an_alert_is_a_record_under_the_alerts_id_with_its_key_in_a_header() throws Exception {
        Alert alert = AlertExamples.resolved("billing", 3);
        ProducerRecord<byte[], byte[]> record =
                InstantiationUtil.clone(new AlertSerializer("alerts")).serialize(alert, null, null);

        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(alert.id());
        assertThat(record.headers().lastHeader("idempotency-key").value())
                .isEqualTo(alert.idempotencyKey().getBytes(StandardCharsets.UTF_8));
        assertThat(SingleObject.ofAlerts().decode(record.value()).toString())
                .contains("\"change\": \"resolved\"", "\"resolved_at\": \"2026-03-04T10:03:00Z\"", "\"expected\": 21.0")
                .contains("\"causes\": [{\"cut\": \"topic\", \"subject\": \"billing\"", "\"joined\": [\"network|x\"]");
    }

    @Test
    void what_is_not_known_of_an_alert_is_absent_in_its_record() throws Exception {
        Alert alert =
                AlertExamples.of("acme", "x", TEN_O_CLOCK, Change.FIRED, 1, Severity.WARNING, true, Evidence.NONE);
        var record = SingleObject.ofAlerts()
                .decode(new AlertSerializer("alerts")
                        .serialize(alert, null, null)
                        .value());

        assertThat(record.getResolvedAt()).isNull();
        assertThat(record.getCauses()).isEmpty();
        assertThat(record.getMuted()).isTrue();
    }

    @Test
    void what_a_collector_sends_arrives() {
        Event event = new RandomEvents(1).next();
        ProducerRecord<byte[], byte[]> sent = encoder.record("events", WireEvents.of(event));
        arrive(sent.value(), TEN_O_CLOCK);

        assertThat(arrived)
                .extracting(arrival -> ((Arrival.Accepted) arrival).event())
                .containsExactly(event);
        assertThat(new String(sent.key(), StandardCharsets.UTF_8))
                .isEqualTo(event.brand() + "|" + event.conversationId());
    }

    @Test
    void what_is_no_event_becomes_one_rejection_that_knows_its_place() {
        arrive(null, TEN_O_CLOCK);
        arrive(new byte[] {1, 2, 3}, TEN_O_CLOCK);

        assertThat(arrived).hasSize(2).allSatisfy(arrival -> assertThat(((Rejection) arrival).origin())
                .isEqualTo(new Origin.Kafka("events", 3, 42, TEN_O_CLOCK)));
    }

    @Test
    void an_arrival_time_that_cannot_be_is_not_known() {
        arrive(null, -1);
        arrive(null, Instant.parse("2999-01-01T00:00:00Z").toEpochMilli());

        assertThat(arrived)
                .allSatisfy(arrival ->
                        assertThat(((Rejection) arrival).origin().arrivedAt()).isZero());
    }

    @Test
    void a_dead_letter_has_the_reason_and_every_byte() throws Exception {
        byte[] original = new byte[5_000_000];
        original[4_999_999] = 7;
        Rejection rejection = new Rejection(
                Reason.TOO_LARGE, "text", "cut it", new Origin.Kafka("events", 3, 42, TEN_O_CLOCK), original);
        ProducerRecord<byte[], byte[]> record = deadLetter(rejection);
        DeadLetter letter = SingleObject.ofDeadLetters().decode(record.value());

        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("events-3-42");
        assertThat(record.topic()).isEqualTo("dead");
        assertThat(record.timestamp()).isEqualTo(TEN_O_CLOCK);
        assertThat(letter.getReason()).isEqualTo("too_large");
        assertThat(letter.getField()).isEqualTo("text");
        assertThat(letter.getDetail()).isEqualTo("cut it");
        assertThat(letter.getOffset()).isEqualTo(42);
        assertThat(letter.getOriginal().array()).isEqualTo(original);
        assertThat(letter.getOriginalSize()).isEqualTo(original.length);
        assertThat(deadLetter(rejection).value()).isEqualTo(record.value());
    }

    @Test
    void the_largest_record_of_the_events_topic_fits_the_dead_letters_topic_and_more_is_cut() {
        Origin origin = new Origin.Kafka("t".repeat(249), 1, 1, 0);
        String words = "w".repeat(10_000);
        int most = Topics.CARE_EVENTS.maxRecordBytes();
        ProducerRecord<byte[], byte[]> cut =
                deadLetter(new Rejection(Reason.TOO_LARGE, "f", words, origin, new byte[most + 1]));

        assertThat(cut.value()).hasSizeBetween(most, Topics.DEAD_LETTERS.maxRecordBytes() - 1_000);
        assertThat(cut.timestamp()).isNull();
    }

    private ProducerRecord<byte[], byte[]> deadLetter(Rejection rejection) {
        return new DeadLetterSerializer("dead").serialize(rejection, null, null);
    }

    private void arrive(byte[] value, long timestamp) {
        deserializer.deserialize(
                new ConsumerRecord<>(
                        "events",
                        3,
                        42,
                        timestamp,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        null,
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                new ListCollector<>(arrived));
    }

    private static final class Context implements DeserializationSchema.InitializationContext {
        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            return SimpleUserCodeClassLoader.create(CareEvent.class.getClassLoader());
        }
    }
}
