package io.replybeat.stream.setup;

import io.replybeat.schema.Topic;
import io.replybeat.schema.Topics;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.kafka.ClientProperties;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What must be there before a job can run: the topics in Kafka, the templates in Elasticsearch. What is missing?
 *
 * <p>Doing it twice changes nothing. Nothing is ever deleted, and what an operator has set on a topic stays.
 *
 * <pre>{@code
 * try (Setup setup = Setup.of(options)) {
 *     List<Step> plan = setup.plan();      // --dry-run prints every step with its request
 *     setup.apply(plan, step -> print(step));
 * }
 * }</pre>
 */
public final class Setup implements AutoCloseable {

    private final TopicSetup topics;
    private final TemplateSetup templates;

    /** @param kafka settings of a Kafka client, {@code bootstrap.servers} among them */
    public Setup(ElasticsearchOptions elasticsearch, Properties kafka, List<Topic> topics) {
        this.topics = new TopicSetup(kafka, topics);
        this.templates = new TemplateSetup(elasticsearch);
    }

    /** What a job with these options needs. */
    public static Setup of(JobOptions options) {
        Properties kafka = ClientProperties.of(options);
        kafka.putIfAbsent("bootstrap.servers", options.get(Options.KAFKA_BOOTSTRAP_SERVERS));
        List<Topic> topics = List.of(
                Topics.CARE_EVENTS.named(options.get(Options.KAFKA_TOPIC)),
                Topics.DEAD_LETTERS.named(options.get(Options.KAFKA_DEAD_LETTER_TOPIC)),
                Topics.UNDELIVERABLE_DOCUMENTS,
                Topics.ALERTS.named(options.get(Options.KAFKA_ALERTS_TOPIC)));
        return new Setup(ElasticsearchOptions.of(options), kafka, topics);
    }

    /**
     * Looks, and changes nothing.
     *
     * @throws SetupException if Kafka or Elasticsearch cannot be asked
     */
    public List<Step> plan() {
        List<Step> plan = new ArrayList<>(topics.plan());
        plan.addAll(templates.plan());
        return List.copyOf(plan);
    }

    /** What is asked of somebody who watches: each step once it is done. */
    public interface Progress {
        void done(Step step);
    }

    /**
     * Carries out what is due.
     *
     * @throws SetupException at the first step that fails; those before it stay, and the next try goes on from there
     */
    public void apply(List<Step> plan, Progress progress) {
        for (Step step : plan) {
            if (step.isDue()) {
                try {
                    step.action().call();
                } catch (SetupException e) {
                    throw e;
                } catch (Exception e) {
                    throw new SetupException(step.what() + " could not be made: " + e.getMessage(), e);
                }
                progress.done(step);
            }
        }
    }

    @Override
    public void close() {
        topics.close();
        templates.close();
    }
}
