package io.replybeat.sandbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.schema.DeadLetter;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Topic;
import io.replybeat.schema.Topics;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.intake.RejectionCodec;
import io.replybeat.stream.kafka.CareEventEncoder;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand records through a real broker, one in a hundred of them broken: none stops the job, none is lost. */
class PoisonIT {

    private static final int RECORDS = 100_000;
    private static final int BROKEN_EVERY = 100;
    /** Five megabytes each: twenty of them are enough to be sure, all of them would be half a gigabyte twice. */
    private static final int MOST_OF_FIVE_MEGABYTES = 20;

    private static final Instant TEN_O_CLOCK = Instant.parse("2026-03-04T10:00:00Z");
    private static final OutputTag<Rejection> REJECTED =
            new OutputTag<>("rejected", CodecType.of(Rejection.class, RejectionCodec.CODEC));

    private final Random random = new Random(7);
    private final Set<String> goodIds = new HashSet<>();
    private final Map<String, Integer> expectedReasons = new TreeMap<>();

    @TempDir
    Path directory;

    @Test
    void every_broken_record_lies_in_the_dead_letters_and_every_good_one_arrives() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(directory, 0)) {
            Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
            createTopics(client);
            send(client);

            List<String> arrived = run(broker.bootstrapServers());
            List<DeadLetter> letters = deadLetters(client);

            assertThat(arrived).hasSameSizeAs(goodIds);
            assertThat(new HashSet<>(arrived)).isEqualTo(goodIds);
            assertThat(reasons(letters)).isEqualTo(expectedReasons);
            assertThat(letters)
                    .allSatisfy(letter ->
                            assertThat(letter.getOriginal().remaining()).isEqualTo((int) letter.getOriginalSize()));
            assertThat(letters)
                    .anySatisfy(letter -> assertThat(letter.getOriginalSize()).isGreaterThan(5 << 20));
        }
    }

    private static void createTopics(Map<String, Object> client) throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : List.of(Topics.CARE_EVENTS, Topics.DEAD_LETTERS)) {
            topics.add(new NewTopic(topic.name(), 2, (short) 1).configs(topic.settings()));
        }
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(topics).all().get();
        }
    }

    private void send(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.request.size", Topics.CARE_EVENTS.maxRecordBytes());
        CareEventEncoder encoder = new CareEventEncoder();
        int fiveMegabytes = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                String id = "e" + i;
                ProducerRecord<byte[], byte[]> good = encoder.record(
                        Topics.CARE_EVENTS.name(), Poison.message(id, "acme", TEN_O_CLOCK.plusSeconds(i), "hi"));
                Poison poison = Poison.values()[i / BROKEN_EVERY % Poison.values().length];
                boolean enough = poison == Poison.FIVE_MEGABYTES && fiveMegabytes == MOST_OF_FIVE_MEGABYTES;
                if (i % BROKEN_EVERY != 0 || enough) {
                    goodIds.add(id);
                    producer.send(good);
                    continue;
                }
                fiveMegabytes += poison == Poison.FIVE_MEGABYTES ? 1 : 0;
                expectedReasons.merge(poison.reason(), 1, Integer::sum);
                producer.send(new ProducerRecord<>(good.topic(), good.key(), poison.spoil(good.value(), random)));
            }
        }
    }

    /** Without a restart strategy: the first failure would be the end, and the test's. */
    private static List<String> run(String bootstrapServers) throws Exception {
        KafkaEdges edges =
                new KafkaEdges(JobOptions.defaults().with(Options.KAFKA_BOOTSTRAP_SERVERS, bootstrapServers));
        Configuration settings = new Configuration();
        settings.setString("restart-strategy.type", "none");
        settings.setString("pipeline.generic-types", "false");
        settings.setString("execution.checkpointing.interval", "1 s");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        environment.setParallelism(2);
        SingleOutputStreamOperator<String> ids = environment
                .fromSource(edges.careEventsUntilNow(), edges.eventTime(), "care events")
                .process(new Sort(), Types.STRING);
        ids.getSideOutput(REJECTED).sinkTo(edges.deadLetters());
        return ids.executeAndCollect(2 * RECORDS);
    }

    private static Map<String, Integer> reasons(List<DeadLetter> letters) {
        Map<String, Integer> reasons = new TreeMap<>();
        letters.forEach(letter -> reasons.merge(letter.getReason(), 1, Integer::sum));
        return reasons;
    }

    private static List<DeadLetter> deadLetters(Map<String, Object> client) throws Exception {
        SingleObject<DeadLetter> avro = SingleObject.ofDeadLetters();
        List<DeadLetter> letters = new ArrayList<>();
        String topic = Topics.DEAD_LETTERS.name();
        List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    DeadLetter letter = avro.decode(record.value());
                    letters.add(letter);
                    assertThat(new String(record.key(), StandardCharsets.UTF_8))
                            .isEqualTo(
                                    "%s-%d-%d".formatted(letter.getTopic(), letter.getPartition(), letter.getOffset()));
                }
            }
        }
        return letters;
    }

    private static final class Sort extends ProcessFunction<Arrival, String> {
        @Override
        public void processElement(Arrival arrival, Context context, Collector<String> ids) {
            if (arrival instanceof Arrival.Accepted accepted) {
                ids.collect(accepted.event().eventId());
            } else {
                context.output(REJECTED, (Rejection) arrival);
            }
        }
    }
}
