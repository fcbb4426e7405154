package io.replybeat.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.schema.Topics;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.intake.Limits;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.KafkaStart;
import io.replybeat.stream.options.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.connector.source.Boundedness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaEdgesTest {

    private final KafkaEdges edges = new KafkaEdges(JobOptions.defaults());

    @Test
    void the_source_runs_for_ever_or_until_now() {
        assertThat(edges.careEvents().getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
        assertThat(edges.careEventsUntilNow().getBoundedness()).isEqualTo(Boundedness.BOUNDED);
    }

    @Test
    void arrivals_travel_by_their_own_codec() {
        assertThat(edges.careEvents().getProducedType()).isEqualTo(CodecType.of(Arrival.class, ArrivalCodec.CODEC));
    }

    @Test
    void it_starts_from_wherever_the_options_say() {
        for (KafkaStart start : KafkaStart.values()) {
            assertThat(new KafkaEdges(JobOptions.defaults().with(Options.KAFKA_START, start)).careEvents())
                    .isNotNull();
        }
    }

    @Test
    void by_default_topics_and_limits_are_those_of_the_catalogue() {
        JobOptions defaults = JobOptions.defaults();

        assertThat(edges.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(edges.eventTime()).isEqualTo(new EventTime(Duration.ofSeconds(3), Duration.ofSeconds(1)));
        assertThat(defaults.get(Options.KAFKA_TOPIC)).isEqualTo(Topics.CARE_EVENTS.name());
        assertThat(defaults.get(Options.KAFKA_DEAD_LETTER_TOPIC)).isEqualTo(Topics.DEAD_LETTERS.name());
        assertThat(defaults.get(Options.KAFKA_ALERTS_TOPIC)).isEqualTo(Topics.ALERTS.name());
        assertThat(edges.deadLetters()).isNotNull();
        assertThat(edges.alerts()).isNotNull();
    }

    @Test
    void further_client_settings_come_from_a_file_that_must_be_readable(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol=SSL\n");
        JobOptions options = JobOptions.defaults().with(Options.KAFKA_PROPERTIES_FILE, file.toString());

        assertThat(ClientProperties.of(options)).containsEntry("security.protocol", "SSL");
        assertThat(new KafkaEdges(options).careEvents()).isNotNull();
        Files.delete(file);
        assertThatThrownBy(() -> new KafkaEdges(options))
                .hasMessageContaining("kafka.properties-file")
                .hasMessageContaining("check the path");
    }
}
