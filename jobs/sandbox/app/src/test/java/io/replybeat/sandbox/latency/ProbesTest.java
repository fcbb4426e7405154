package io.replybeat.sandbox.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.sandbox.simulator.Delivery;
import io.replybeat.sandbox.simulator.Player.Publisher;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.StatusChange;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.CareEventIntake;
import io.replybeat.stream.intake.Limits;
import io.replybeat.stream.intake.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    private final List<CareEvent> published = new ArrayList<>();
    private boolean safe = true;
    private final Probes probes = new Probes(new Recorder(), () -> NOW);

    @Test
    void each_probe_is_a_customer_who_begins_to_write_and_is_in_Kafka_when_it_returns() {
        probes.send();
        assertThat(safe).isTrue();
        probes.send();
        assertThat(published)
                .extracting(CareEvent::getConversationId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(published).allMatch(event -> event.getPayload() instanceof Message);
    }

    @Test
    void in_the_end_everybody_is_taken_care_of_once() {
        probes.send();
        probes.send();
        probes.close();
        probes.close();
        assertThat(safe).isTrue();
        assertThat(published.subList(2, published.size()))
                .allMatch(event -> event.getPayload() instanceof StatusChange)
                .extracting(CareEvent::getConversationId)
                .containsExactly(
                        published.get(0).getConversationId(), published.get(1).getConversationId());
        assertThatThrownBy(probes::send).hasMessageContaining("over");
    }

    @Test
    void the_intake_takes_them() {
        probes.send();
        probes.close();
        CareEventIntake intake = new CareEventIntake(Limits.DEFAULT, NOW::toEpochMilli);
        assertThat(published).allSatisfy(event -> assertThat(intake.fromAvro(
                        SingleObject.ofCareEvents().encode(event), new Origin.File("probes", 1, NOW.toEpochMilli())))
                .isInstanceOf(Arrival.Accepted.class));
    }

    private final class Recorder implements Publisher {
        @Override
        public void publish(Delivery delivery) {
            published.add(delivery.event());
            safe = false;
        }

        @Override
        public void flush() {
            safe = true;
        }

        @Override
        public void close() {}
    }
}
