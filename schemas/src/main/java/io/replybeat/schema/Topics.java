package io.replybeat.schema;

import java.time.Duration;
import java.util.List;

/** Which Kafka topics are there? The one catalogue that setup, jobs and README are made of. */
public final class Topics {

    private static final int MIB = 1 << 20;

    /**
     * Kept twice as long as a conversation stays open to late events, so that a job can be rebuilt from the topic alone.
     * Far larger records are taken than accepted (1 MiB), so that what is too large is found in the dead letters instead of
     * nowhere.
     */
    public static final Topic CARE_EVENTS = new Topic(
            "replybeat.care-events.v1",
            "What happened in the conversations?",
            "`brand|conversation_id`",
            CareEvent.getClassSchema(),
            12,
            Duration.ofDays(14),
            8 * MIB,
            true,
            "collectors, `replybeat demo`",
            "the application job");

    /** Takes every record of the events' topic whole, with the words about it. */
    public static final Topic DEAD_LETTERS = new Topic(
            "replybeat.dead-letters.v1",
            "Which records were not accepted, and why?",
            "`topic-partition-offset` of the record",
            DeadLetter.getClassSchema(),
            3,
            Duration.ofDays(30),
            9 * MIB,
            true,
            "the application job",
            "whoever mends and resends");

    /** The same for results: empty as long as mappings and programs are of the same release. */
    public static final Topic UNDELIVERABLE_DOCUMENTS = new Topic(
            "replybeat.undeliverable-documents.v1",
            "What did Elasticsearch, or a receiver of alerts, not take, and why?",
            "`index/id` of the document",
            UndeliverableDocument.getClassSchema(),
            3,
            Duration.ofDays(30),
            2 * MIB,
            true,
            "the application job",
            "whoever mends and resends");

    /** Some a day and brand. Of one alert all moments in order; muted ones too, for readers that judge for themselves. */
    public static final Topic ALERTS = new Topic(
            "replybeat.alerts.v1",
            "What should somebody look at, and is it over?",
            "the alert's id",
            Alert.getClassSchema(),
            3,
            Duration.ofDays(30),
            MIB,
            false,
            "the application job",
            "whoever acts on alerts");

    public static final List<Topic> ALL = List.of(CARE_EVENTS, DEAD_LETTERS, UNDELIVERABLE_DOCUMENTS, ALERTS);

    private Topics() {}
}
