package io.replybeat.stream.setup;

import io.replybeat.schema.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Which topics does Kafka lack, and what creates them?
 *
 * <p>A topic that is there stays as it is: its retention is the operator's, and more partitions would move keys to other
 * ones and so break the order of their records. What differs from the catalogue is told.
 */
final class TopicSetup implements AutoCloseable {

    private static final int ANSWER_WITHIN_MS = 10_000;

    private final String servers;
    private final List<Topic> topics;
    private final Admin admin;

    TopicSetup(Properties kafka, List<Topic> topics) {
        Properties properties = new Properties();
        properties.putAll(kafka);
        properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS / 2);
        this.servers = properties.getProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        this.topics = topics;
        this.admin = Admin.create(properties);
    }

    List<Step> plan() {
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, KafkaFuture<TopicDescription>> found =
                admin.describeTopics(names).topicNameValues();
        List<Step> steps = new ArrayList<>();
        for (Topic topic : topics) {
            Optional<TopicDescription> description = ask(found.get(topic.name()));
            steps.add(description.map(present -> compare(topic, present)).orElseGet(() -> create(topic)));
        }
        return steps;
    }

    private Step compare(Topic topic, TopicDescription present) {
        List<String> differences = new ArrayList<>();
        if (present.partitions().size() != topic.partitions()) {
            differences.add(present.partitions().size() + " partitions instead of " + topic.partitions());
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config settings = ask(admin.describeConfigs(List.of(resource)).values().get(resource))
                .orElseThrow();
        new TreeMap<>(topic.settings()).forEach((name, value) -> {
            String set = settings.get(name).value();
            if (!set.equals(value)) {
                differences.add(name + "=" + set + " instead of " + value);
            }
        });
        return differences.isEmpty()
                ? Step.nothingToDo(what(topic), Step.State.PRESENT, "")
                : Step.nothingToDo(what(topic), Step.State.DIFFERENT, String.join(", ", differences) + "; it stays");
    }

    private Step create(Topic topic) {
        StringBuilder request = new StringBuilder("kafka-topics.sh --bootstrap-server " + servers + " --create --topic "
                + topic.name() + " --partitions " + topic.partitions());
        new TreeMap<>(topic.settings())
                .forEach((name, value) ->
                        request.append(" --config ").append(name).append('=').append(value));
        return new Step(what(topic), Step.State.CREATE, "", request.toString(), () -> {
            // Without a replication factor the broker's default.replication.factor decides.
            NewTopic created = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
            try {
                ask(admin.createTopics(List.of(created.configs(topic.settings())))
                        .all());
            } catch (TopicExistsException somebodyWasFaster) {
                return null;
            }
            return null;
        });
    }

    private static String what(Topic topic) {
        return "topic " + topic.name();
    }

    /** Empty if the topic does not exist. */
    private <T> Optional<T> ask(KafkaFuture<T> answer) {
        try {
            return Optional.ofNullable(answer.get(ANSWER_WITHIN_MS + 1_000L, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            if (e.getCause() instanceof TopicExistsException exists) {
                throw exists;
            }
            throw unreachable(e.getCause());
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupException("Setup was interrupted while it waited for Kafka.", e);
        }
    }

    private SetupException unreachable(Throwable cause) {
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException || cause instanceof TimeoutException) {
            return new SetupException(
                    "No Kafka broker answers at " + servers
                            + ". Start it, or set kafka.bootstrap-servers to where it is.",
                    cause);
        }
        return new SetupException("Kafka at " + servers + " refuses: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ZERO);
    }
}
