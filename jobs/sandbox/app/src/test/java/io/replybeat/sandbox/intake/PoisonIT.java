package io.replybeat.sandbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.schema.DeadLetter;
import io.replybeat.schema.SingleObject;
import io.replybeat.schema.Topic;
import io.replybeat.schema.Topics;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.intake.Rejection;
import io.replybeat.stream.kafka.CareEventEncoder;
import io.replybeat.stream.kafka.KafkaEdges;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.pipeline.CarePipeline;
import io.replybeat.stream.pipeline.JobEnvironment;
import io.replybeat.stream.pipeline.OperatorIds;
import io.replybeat.stream.pipeline.Outputs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand records through a real broker and the whole pipeline, one in a hundred of them broken: none stops the job,
 * none is lost, and the results are those of the good ones alone.
 */
class PoisonIT {

    private static final int RECORDS = 100_000;
    private static final int BROKEN_EVERY = 100;
    /** Five megabytes each: twenty of them are enough to be sure, all of them would be half a gigabyte twice. */
    private static final int MOST_OF_FIVE_MEGABYTES = 20;

    private static final Instant TEN_O_CLOCK = Instant.parse("2026-03-04T10:00:00Z");
    private static final String WITHOUT_POISON = "without-poison";

    private final Random random = new Random(7);
    private final Map<String, Integer> expectedReasons = new TreeMap<>();

    @TempDir
    Path directory;

    @Test
    void every_broken_record_lies_in_the_dead_letters_and_the_results_are_those_of_the_good_ones() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(directory, 0)) {
            Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
            createTopics(client);
            send(client);

            Map<String, String> documents = run(broker.bootstrapServers(), Topics.CARE_EVENTS.name());
            List<DeadLetter> letters = deadLetters(client);
            Map<String, String> expected = run(broker.bootstrapServers(), WITHOUT_POISON);

            assertThat(expected).hasSizeGreaterThan(5_000);
            assertThat(rejected(documents)).isEqualTo(letters.size());
            documents.keySet().removeIf(PoisonIT::isRejected);
            assertThat(differences(documents, expected)).isEmpty();
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
        for (Topic topic : List.of(Topics.CARE_EVENTS, Topics.DEAD_LETTERS, Topics.CARE_EVENTS.named(WITHOUT_POISON))) {
            topics.add(new NewTopic(topic.name(), 2, (short) 1).configs(topic.settings()));
        }
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(topics).all().get();
        }
    }

    private void send(Map<String, Object> client) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.request.size", Topics.CARE_EVENTS.maxRecordBytes());
        CareEventEncoder encoder = new CareEventEncoder();
        int fiveMegabytes = 0;
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                String id = "e" + i;
                ProducerRecord<byte[], byte[]> good = encoder.record(
                        Topics.CARE_EVENTS.name(), Poison.message(id, "acme", TEN_O_CLOCK.plusSeconds(i), "hi"));
                Poison poison = Poison.values()[i / BROKEN_EVERY % Poison.values().length];
                boolean enough = poison == Poison.FIVE_MEGABYTES && fiveMegabytes == MOST_OF_FIVE_MEGABYTES;
                if (i % BROKEN_EVERY != 0 || enough) {
                    sent.add(producer.send(good));
                    sent.add(producer.send(new ProducerRecord<>(WITHOUT_POISON, good.key(), good.value())));
                    continue;
                }
                fiveMegabytes += poison == Poison.FIVE_MEGABYTES ? 1 : 0;
                expectedReasons.merge(poison.reason(), 1, Integer::sum);
                sent.add(producer.send(
                        new ProducerRecord<>(good.topic(), good.key(), poison.spoil(good.value(), random))));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get(); // a record that never arrived would look like one the pipeline lost
            }
        }
    }

    /** Without a restart strategy: the first failure would be the end, and the test's. */
    private static Map<String, String> run(String bootstrapServers, String topic) throws Exception {
        JobOptions options = JobOptions.defaults()
                .with(Options.KAFKA_BOOTSTRAP_SERVERS, bootstrapServers)
                .with(Options.KAFKA_TOPIC, topic)
                .with(Options.STATE_BACKEND, StateBackend.HASHMAP)
                .with(Options.PARALLELISM, 2);
        KafkaEdges edges = new KafkaEdges(options);
        Configuration settings = new Configuration();
        settings.setString("restart-strategy.type", "none");
        settings.setString("execution.checkpointing.interval", "1 s");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        JobEnvironment.configure(environment, options);
        Memory memory = new Memory(topic, edges);
        CarePipeline.wire(
                environment
                        .fromSource(edges.careEventsUntilNow(), edges.eventTime(), "care events")
                        .uid("care-events"),
                memory,
                options);
        environment.execute(topic);
        return memory.documents();
    }

    /** Of thousands of documents only those that differ, so that a failure can be read. */
    private static List<String> differences(Map<String, String> documents, Map<String, String> expected) {
        Set<String> ids = new TreeSet<>(documents.keySet());
        ids.addAll(expected.keySet());
        return ids.stream()
                .filter(id -> !Objects.equals(documents.get(id), expected.get(id)))
                .map(id -> "%s%n  is  %s%n  not %s".formatted(id, documents.get(id), expected.get(id)))
                .toList();
    }

    private static boolean isRejected(String document) {
        return document.startsWith(Kind.REJECTED.word());
    }

    private static long rejected(Map<String, String> documents) {
        return documents.keySet().stream().filter(PoisonIT::isRejected).count();
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

    /** Keeps the last version of every document; found by name, because Flink runs a copy. */
    private static final class Memory implements Outputs, Sink<Document> {
        private static final long serialVersionUID = 1;
        private static final Map<String, Map<String, String>> ALL = new ConcurrentHashMap<>();

        private final String name;
        private final transient KafkaEdges edges;

        Memory(String name, KafkaEdges edges) {
            this.name = name;
            this.edges = edges;
            ALL.put(name, new ConcurrentHashMap<>());
        }

        Map<String, String> documents() {
            return ALL.remove(name);
        }

        @Override
        public void documents(DataStream<Document> documents, OperatorIds sink) {
            documents.sinkTo(this).uid(sink.uid());
        }

        @Override
        public void alerts(DataStream<Alert> alerts) {}

        @Override
        public void deadLetters(DataStream<Rejection> rejected) {
            rejected.sinkTo(edges.deadLetters()).uid("dead-letters");
        }

        @Override
        public SinkWriter<Document> createWriter(WriterInitContext context) {
            Map<String, String> documents = ALL.get(name);
            return new SinkWriter<>() {
                @Override
                public void write(Document document, Context context) {
                    String id = document.kind().word() + "/" + document.id();
                    if (document.isWithdrawn()) {
                        documents.remove(id);
                    } else {
                        documents.put(id, new String(DocumentJson.encode(document.body()), StandardCharsets.UTF_8));
                    }
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }
}
