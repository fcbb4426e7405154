package io.replybeat.care.metric;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which metrics are there? */
public final class Metrics {

    /** Metrics that answer one kind of question; {@code about} says what all of them have in common. */
    public record Group(String title, String about, List<Metric> metrics) {}

    /** In the order of documents and of docs/metrics.md. A new kind of metrics is one line here. */
    public static final List<Group> GROUPS = List.of(
            new Group(
                    "Messages, people, conversations",
                    "What happened, counted when it happened. Internal notes are no messages out.",
                    VolumeMetrics.ALL),
            new Group(
                    "Mood",
                    "The tone of what customers write themselves, reposts apart: as the source gave it, else as our model heard"
                            + " it. Messages without a verdict are not counted here.",
                    MoodMetrics.ALL),
            new Group("Top lists", "The names that came most often.", TopMetrics.ALL),
            new Group(
                    "First response",
                    "Once a conversation, from the customer's first message (or what first_response_anchor says) to the first reply of"
                            + " a person; a bot's reply is never one.",
                    ResponseMetrics.FIRST_RESPONSE),
            new Group(
                    "Reply wait",
                    "From the oldest unanswered message (or what wait_starts_at says) to the reply that ended the wait; people and"
                            + " bots apart. Counted for whoever sent the reply.",
                    ResponseMetrics.REPLY_WAIT),
            new Group(
                    "Reply rate",
                    "What became of the waits that began in the window, whenever they ended.",
                    ResponseMetrics.REPLY_RATE),
            new Group(
                    "Resolution",
                    "One resolution a cycle, always from the conversation's start; since_reopen_seconds of the fact is the time since"
                            + " the reopening.",
                    ResolutionMetrics.ALL),
            new Group(
                    "SLA",
                    "Targets of the first SLA rule that matches the conversation, on the clock that the rule names.",
                    SlaMetrics.ALL));

    public static final List<Metric> ALL =
            GROUPS.stream().flatMap(group -> group.metrics().stream()).toList();

    private static final Map<String, Metric> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Metric::name, Function.identity()));

    private Metrics() {}

    /** The metric of this name; an {@link IllegalArgumentException} when there is none. */
    public static Metric named(String name) {
        Metric metric = BY_NAME.get(name);
        if (metric == null) {
            throw new IllegalArgumentException("there is no metric named " + name);
        }
        return metric;
    }
}
