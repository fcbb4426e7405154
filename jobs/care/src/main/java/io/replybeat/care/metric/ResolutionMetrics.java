package io.replybeat.care.metric;

import static io.replybeat.care.metric.BookedOn.CONVERSATION_START;
import static io.replybeat.care.metric.BookedOn.RESOLVE;
import static io.replybeat.care.metric.Counter.CONVERSATIONS_OPENED;
import static io.replybeat.care.metric.Counter.CONVERSATIONS_RESOLVED_NOW;

import java.util.List;
import java.util.stream.Stream;

/** Do conversations come to an end, and how fast? */
final class ResolutionMetrics {

    private ResolutionMetrics() {}

    static final List<Metric> ALL = Stream.concat(
                    TimingMetrics.of(Timing.RESOLUTION_TIME, "resolutions", RESOLVE).stream(),
                    Stream.of(
                            Metric.count(
                                    CONVERSATIONS_RESOLVED_NOW,
                                    "How many of the conversations that began here are resolved now?",
                                    CONVERSATION_START,
                                    "Changes for a past window with every resolve and reopen."),
                            Metric.share(
                                    "resolution_rate",
                                    "Which share of the conversations that began here is resolved now?",
                                    "conversations_resolved_now / conversations_opened",
                                    CONVERSATION_START,
                                    "A cohort: young windows start low. It never exceeds 1.",
                                    summary -> summary.get(CONVERSATIONS_RESOLVED_NOW),
                                    summary -> summary.get(CONVERSATIONS_OPENED)),
                            Metric.share(
                                    "resolution_flow",
                                    "Are as many conversations resolved as begin?",
                                    "resolution_time.count / conversations_opened",
                                    RESOLVE,
                                    "Compares two crowds: above 1 the backlog shrinks. A conversation resolved twice counts twice.",
                                    summary -> summary.sketch(Timing.RESOLUTION_TIME, ClockKind.CALENDAR)
                                            .count(),
                                    summary -> summary.get(CONVERSATIONS_OPENED))))
            .toList();
}
