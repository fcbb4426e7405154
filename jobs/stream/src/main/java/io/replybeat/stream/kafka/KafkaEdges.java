package io.replybeat.stream.kafka;

import io.replybeat.care.alert.Alert;
import io.replybeat.schema.Topics;
import io.replybeat.stream.elastic.KafkaUndeliverable;
import io.replybeat.stream.elastic.UndeliverableHandler;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.Limits;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Where do the pipelines meet Kafka? The only place that makes its sources and sinks, from the job's options. */
public final class KafkaEdges {

    /** Partitions added to the topic are read after a minute at the latest. */
    private static final String DISCOVERY_MILLIS = "60000";

    private final JobOptions options;
    private final Properties clients;

    public KafkaEdges(JobOptions options) {
        this.options = options;
        this.clients = ClientProperties.of(options);
    }

    /** The topic of the care events, for ever. */
    public KafkaSource<Arrival> careEvents() {
        return arrivals()
                .setProperty("partition.discovery.interval.ms", DISCOVERY_MILLIS)
                .setProperties(clients)
                .build();
    }

    /** The topic of the care events as far as it is filled when the job starts, then an end. */
    public KafkaSource<Arrival> careEventsUntilNow() {
        return arrivals()
                .setBounded(OffsetsInitializer.latest())
                .setProperties(clients)
                .build();
    }

    public EventTime eventTime() {
        return new EventTime(options.get(Options.TIME_OUT_OF_ORDERNESS), options.get(Options.TIME_IDLE_AFTER));
    }

    /** The dead letters: at least once, the same bytes under the same key when written again. */
    public KafkaSink<Rejection> deadLetters() {
        Properties producer = new Properties();
        producer.setProperty(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.DEAD_LETTERS.maxRecordBytes()));
        producer.putAll(clients);
        return KafkaSink.<Rejection>builder()
                .setBootstrapServers(options.get(Options.KAFKA_BOOTSTRAP_SERVERS))
                .setKafkaProducerConfig(producer)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new DeadLetterSerializer(options.get(Options.KAFKA_DEAD_LETTER_TOPIC)))
                .build();
    }

    /** Every moment of every alert, muted ones too: at least once, a copy under the same idempotency key. */
    public KafkaSink<Alert> alerts() {
        return KafkaSink.<Alert>builder()
                .setBootstrapServers(options.get(Options.KAFKA_BOOTSTRAP_SERVERS))
                .setKafkaProducerConfig(clients)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new AlertSerializer(options.get(Options.KAFKA_ALERTS_TOPIC)))
                .build();
    }

    /** What Elasticsearch, or a receiver of alerts, will never take, with its answer. */
    public UndeliverableHandler.Factory undeliverable() {
        Properties producer = new Properties();
        producer.putAll(clients);
        producer.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, options.get(Options.KAFKA_BOOTSTRAP_SERVERS));
        return KafkaUndeliverable.to(Topics.UNDELIVERABLE_DOCUMENTS, producer);
    }

    /** What is too much for an event, by the job's options. */
    public Limits limits() {
        return new Limits(
                Math.toIntExact(options.get(Options.INTAKE_MAX_RECORD_BYTES)),
                Math.toIntExact(options.get(Options.INTAKE_MAX_TEXT_BYTES)),
                options.get(Options.INTAKE_MAX_AHEAD));
    }

    private KafkaSourceBuilder<Arrival> arrivals() {
        return KafkaSource.<Arrival>builder()
                .setBootstrapServers(options.get(Options.KAFKA_BOOTSTRAP_SERVERS))
                .setTopics(options.get(Options.KAFKA_TOPIC))
                .setGroupId(options.get(Options.KAFKA_GROUP_ID))
                .setStartingOffsets(start())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setDeserializer(new ArrivalDeserializer(limits()));
    }

    @SuppressWarnings("deprecation") // Kafka retires the enum, the connector has no other word for it yet.
    private OffsetsInitializer start() {
        return switch (options.get(Options.KAFKA_START)) {
            case EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
        };
    }
}
