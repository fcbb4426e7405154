package io.replybeat.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.schema.CareEvent;
import io.replybeat.schema.SingleObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {

    private static final List<Delivery> DELIVERIES =
            Played.of(Played.quiet(6, 30), Duration.ofHours(8)).deliveries();

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaPublisher publisher = new KafkaPublisher(producer, "care");

    @Test
    void an_event_is_sent_under_its_conversation_and_reads_back_as_it_was() throws Exception {
        DELIVERIES.forEach(publisher::publish);
        SingleObject<CareEvent> avro = SingleObject.ofCareEvents();
        assertThat(producer.history()).hasSameSizeAs(DELIVERIES);
        for (int i = 0; i < DELIVERIES.size(); i++) {
            ProducerRecord<byte[], byte[]> record = producer.history().get(i);
            CareEvent event = DELIVERIES.get(i).event();
            assertThat(record.topic()).isEqualTo("care");
            assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(event.getBrand() + "|" + event.getConversationId());
            assertThat(avro.decode(record.value())).isEqualTo(event);
        }
    }

    @Test
    void a_refused_event_stops_the_play_instead_of_vanishing() {
        publisher.publish(DELIVERIES.get(0));
        producer.errorNext(new RecordTooLargeException("too large"));
        assertThatThrownBy(() -> publisher.publish(DELIVERIES.get(1)))
                .hasMessageContaining("care")
                .hasRootCauseMessage("too large");
    }
}
