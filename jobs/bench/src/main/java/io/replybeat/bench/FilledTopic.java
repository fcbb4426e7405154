package io.replybeat.bench;

import io.replybeat.sandbox.simulator.Incidents;
import io.replybeat.sandbox.simulator.KafkaPublisher;
import io.replybeat.sandbox.simulator.Settings;
import io.replybeat.sandbox.simulator.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Promises a topic that holds the simulator's first events as collectors send them, one partition a subtask. */
record FilledTopic(String name) {

    /** A Monday, so that every run has the same weekly rhythm. */
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    static FilledTopic create(String servers, int partitions, int events, double eventsPerMinute) throws Exception {
        FilledTopic topic = new FilledTopic("bench-" + partitions);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createTopics(List.of(new NewTopic(topic.name, partitions, (short) 1)))
                    .all()
                    .get();
        }
        Traffic traffic = new Traffic(
                Settings.demo(1, eventsPerMinute, START, Incidents.everyWeek(START, START.plus(Duration.ofDays(365)))));
        KafkaPublisher publisher = new KafkaPublisher(servers, topic.name);
        for (int sent = 0; sent < events; sent++) {
            publisher.publish(traffic.next());
        }
        publisher.flush();
        publisher.close();
        return topic;
    }
}
