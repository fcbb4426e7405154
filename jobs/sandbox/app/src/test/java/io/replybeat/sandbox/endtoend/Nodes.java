package io.replybeat.sandbox.endtoend;

import io.replybeat.sandbox.node.ElasticsearchServer;
import io.replybeat.sandbox.node.KafkaBroker;
import io.replybeat.schema.Topic;
import io.replybeat.schema.Topics;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.KafkaStart;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.setup.Setup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker and one Elasticsearch for all classes that ask for them; each test has its own topics and indices there. */
public final class Nodes implements ParameterResolver {

    static final int PARTITIONS = 3;

    /** Both nodes, until the last test of all is over. */
    public record Servers(KafkaBroker kafka, ElasticsearchServer elasticsearch, Path directory)
            implements AutoCloseable {

        static Servers start() {
            try {
                Path directory = Files.createTempDirectory("replybeat-nodes-");
                return new Servers(
                        KafkaBroker.start(directory.resolve("kafka"), 0),
                        ElasticsearchServer.start(directory.resolve("elasticsearch"), 0),
                        directory);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** The demo's brands on topics and indices of this name, set up and empty. */
        JobOptions options(String name) throws ExecutionException, InterruptedException {
            JobOptions options = JobOptions.defaults()
                    .with(History.BRANDS)
                    .with(Options.KAFKA_BOOTSTRAP_SERVERS, kafka.bootstrapServers())
                    .with(Options.KAFKA_TOPIC, name + ".care-events")
                    .with(Options.KAFKA_DEAD_LETTER_TOPIC, name + ".dead-letters")
                    .with(Options.KAFKA_ALERTS_TOPIC, name + ".alerts")
                    .with(Options.KAFKA_GROUP_ID, name)
                    .with(Options.KAFKA_START, KafkaStart.EARLIEST)
                    .with(
                            Options.ELASTICSEARCH_URL,
                            URI.create(elasticsearch.url().toString()))
                    .with(Options.ELASTICSEARCH_INDEX_PREFIX, name)
                    .with(Options.OUTPUT_FLUSH_INTERVAL, Duration.ofMillis(300));
            createTopic(Topics.CARE_EVENTS.named(options.get(Options.KAFKA_TOPIC)));
            try (Setup setup = Setup.of(options)) {
                setup.apply(setup.plan(), step -> {});
            }
            return options;
        }

        Map<String, Object> client() {
            return Map.of("bootstrap.servers", kafka.bootstrapServers());
        }

        private void createTopic(Topic topic) throws ExecutionException, InterruptedException {
            try (Admin admin = Admin.create(client())) {
                admin.createTopics(List.of(new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.settings())))
                        .all()
                        .get();
            }
        }

        @Override
        public void close() throws IOException {
            kafka.close();
            elasticsearch.close();
            try (var files = Files.walk(directory)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Servers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Nodes.class))
                .getOrComputeIfAbsent(Servers.class, key -> Servers.start(), Servers.class);
    }
}
