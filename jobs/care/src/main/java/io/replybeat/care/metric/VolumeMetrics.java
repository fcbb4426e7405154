package io.replybeat.care.metric;

import static io.replybeat.care.metric.BookedOn.EVENT;
import static io.replybeat.care.metric.Counter.CONVERSATIONS_OPENED;
import static io.replybeat.care.metric.Counter.CONVERSATIONS_REOPENED;
import static io.replybeat.care.metric.Counter.INTERNAL_NOTES;
import static io.replybeat.care.metric.Counter.MESSAGES_IN_DIRECT;
import static io.replybeat.care.metric.Counter.MESSAGES_IN_PUBLIC;
import static io.replybeat.care.metric.Counter.MESSAGES_IN_REPOSTS;
import static io.replybeat.care.metric.Counter.MESSAGES_IN_WEIGHTY;
import static io.replybeat.care.metric.Counter.MESSAGES_OUT_AGENT;
import static io.replybeat.care.metric.Counter.MESSAGES_OUT_AUTOMATION;
import static io.replybeat.care.metric.Counter.MESSAGES_OUT_BOT;

import java.util.List;

/** How much is going on? */
final class VolumeMetrics {

    private VolumeMetrics() {}

    static final List<Metric> ALL = List.of(
            total(
                    "messages_in",
                    "How many messages did customers write?",
                    "messages_in_public + messages_in_direct",
                    MESSAGES_IN_PUBLIC,
                    MESSAGES_IN_DIRECT),
            Metric.count(MESSAGES_IN_PUBLIC, "How many of them could everybody see?", EVENT),
            Metric.count(MESSAGES_IN_DIRECT, "How many of them were private?", EVENT),
            Metric.count(
                    MESSAGES_IN_REPOSTS,
                    "How many of them repeat somebody else's text?",
                    EVENT,
                    "A part of the public and direct ones, not beside them."),
            Metric.count(
                    MESSAGES_IN_WEIGHTY,
                    "How many of the public ones did authors write whose word weighs?",
                    EVENT,
                    "10,000 followers, verified, or a player of the industry, and not troll-like. Without reposts."),
            total(
                    "messages_out",
                    "How many messages did customers get?",
                    "messages_out_agent + messages_out_bot + messages_out_automation",
                    MESSAGES_OUT_AGENT,
                    MESSAGES_OUT_BOT,
                    MESSAGES_OUT_AUTOMATION),
            Metric.count(MESSAGES_OUT_AGENT, "How many of them did people write?", EVENT),
            Metric.count(MESSAGES_OUT_BOT, "How many of them did bots write?", EVENT),
            Metric.count(
                    MESSAGES_OUT_AUTOMATION,
                    "How many of them were sent automatically?",
                    EVENT,
                    "Receipts, surveys and the like: they end no wait."),
            Metric.count(INTERNAL_NOTES, "How many notes did colleagues leave each other?", EVENT),
            new Metric(
                    "customers",
                    "How many different customers wrote?",
                    Unit.PEOPLE,
                    "distinct authors of messages_in",
                    EVENT,
                    null,
                    "Exact in each window, but windows do not add up: somebody may be in both. Merged windows have no value.",
                    summary -> summary.distinctCustomers() == Summary.UNKNOWN ? null : summary.distinctCustomers()),
            Metric.count(CONVERSATIONS_OPENED, "How many conversations began?", EVENT),
            Metric.count(CONVERSATIONS_REOPENED, "How often did a resolved conversation open again?", EVENT));

    private static Metric total(String name, String question, String formula, Counter... parts) {
        return new Metric(name, question, Unit.COUNT, formula, EVENT, null, "", summary -> {
            long total = 0;
            for (Counter part : parts) {
                total += summary.get(part);
            }
            return total;
        });
    }
}
