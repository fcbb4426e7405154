package io.replybeat.bench;

import io.replybeat.sandbox.simulator.Delivery;
import io.replybeat.sandbox.simulator.Incidents;
import io.replybeat.sandbox.simulator.KafkaPublisher;
import io.replybeat.sandbox.simulator.Settings;
import io.replybeat.sandbox.simulator.Traffic;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.KafkaStart;
import io.replybeat.stream.options.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Promises a topic that holds events as collectors send them, one partition a subtask. */
record FilledTopic(String name) {

    /** A Monday, so that every run has the same weekly rhythm. */
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    static FilledTopic bySimulator(String servers, int partitions, int events, double eventsPerMinute)
            throws Exception {
        Traffic traffic = new Traffic(
                Settings.demo(1, eventsPerMinute, START, Incidents.everyWeek(START, START.plus(Duration.ofDays(365)))));
        return filled(
                servers,
                "bench-" + partitions,
                partitions,
                Stream.generate(traffic::next).limit(events));
    }

    static FilledTopic filled(String servers, String name, int partitions, Stream<Delivery> deliveries)
            throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaPublisher publisher = new KafkaPublisher(servers, name)) {
            deliveries.forEachOrdered(publisher::publish);
            publisher.flush();
        }
        return new FilledTopic(name);
    }

    /** The options of a job that reads it from its beginning. */
    JobOptions in(JobOptions options, String servers) {
        return options.with(Options.KAFKA_BOOTSTRAP_SERVERS, servers)
                .with(Options.KAFKA_TOPIC, name)
                .with(Options.KAFKA_START, KafkaStart.EARLIEST);
    }
}
