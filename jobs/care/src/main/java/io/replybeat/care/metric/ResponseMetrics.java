package io.replybeat.care.metric;

import static io.replybeat.care.metric.BookedOn.END;
import static io.replybeat.care.metric.BookedOn.RECEIVED;
import static io.replybeat.care.metric.Counter.FIRST_RESPONSES_OFF_HOURS;
import static io.replybeat.care.metric.Counter.FIRST_RESPONSES_SAME_DAY;
import static io.replybeat.care.metric.Counter.FIRST_RESPONSES_WITHIN_1H;
import static io.replybeat.care.metric.Counter.FIRST_RESPONSES_WITHIN_24H;
import static io.replybeat.care.metric.Counter.REPLIES_OFF_HOURS;
import static io.replybeat.care.metric.Counter.WAITS_ANSWERED;
import static io.replybeat.care.metric.Counter.WAITS_NO_REPLY_NEEDED;
import static io.replybeat.care.metric.Counter.WAITS_RECEIVED;
import static io.replybeat.care.metric.Counter.WAITS_UNANSWERED;
import static io.replybeat.care.metric.Counter.WAITS_WAITING;

import java.util.List;
import java.util.stream.Stream;

/** Do customers get answers, and how fast? */
final class ResponseMetrics {

    private static final String OFF_HOURS = "Off hours is where the calendar in force is closed; without one, never.";

    private ResponseMetrics() {}

    /** From the customer's first message to the first human reply, once a conversation. */
    static final List<Metric> FIRST_RESPONSE = Stream.of(
                    TimingMetrics.of(Timing.FIRST_RESPONSE, "first responses", END),
                    ofFirstResponses(
                            FIRST_RESPONSES_WITHIN_1H, "came within an hour", "Calendar time of at most 3600 s."),
                    ofFirstResponses(
                            FIRST_RESPONSES_SAME_DAY, "came on the day of the question", "Days in the brand's zone."),
                    ofFirstResponses(
                            FIRST_RESPONSES_WITHIN_24H, "came within 24 hours", "Calendar time of at most 86400 s."),
                    ofFirstResponses(FIRST_RESPONSES_OFF_HOURS, "came outside business hours", OFF_HOURS))
            .flatMap(List::stream)
            .toList();

    /** From the message that opened a wait to the reply that ended it, people and bots apart. */
    static final List<Metric> REPLY_WAIT = Stream.of(
                    TimingMetrics.of(Timing.REPLY_WAIT, "replies of people", END),
                    List.of(
                            Metric.count(
                                    REPLIES_OFF_HOURS,
                                    "How many replies of people came outside business hours?",
                                    END,
                                    OFF_HOURS),
                            Metric.share(
                                    "replies_off_hours_share",
                                    "Which share of the replies of people came outside business hours?",
                                    "replies_off_hours / reply_wait.count",
                                    END,
                                    OFF_HOURS,
                                    summary -> summary.get(REPLIES_OFF_HOURS),
                                    summary -> count(Timing.REPLY_WAIT, summary))),
                    TimingMetrics.of(Timing.BOT_REPLY_WAIT, "replies of bots", END),
                    List.of(Metric.share(
                            "bot_share",
                            "Which share of the answered waits did a bot answer?",
                            "bot_reply_wait.count / (reply_wait.count + bot_reply_wait.count)",
                            END,
                            "Where bot_reply_ends_wait is off, a bot answers none.",
                            summary -> count(Timing.BOT_REPLY_WAIT, summary),
                            summary -> count(Timing.REPLY_WAIT, summary) + count(Timing.BOT_REPLY_WAIT, summary))))
            .flatMap(List::stream)
            .toList();

    /** Of the waits that began in the window, whatever the time of their answer. */
    static final List<Metric> REPLY_RATE = List.of(
            Metric.count(
                    WAITS_RECEIVED,
                    "How often did a customer begin to wait?",
                    RECEIVED,
                    "The four parts below add up to it. They change for a past window when an answer comes."),
            Metric.count(WAITS_ANSWERED, "How many of them were answered?", RECEIVED, "By people or bots."),
            Metric.count(WAITS_NO_REPLY_NEEDED, "How many of them were marked as needing no reply?", RECEIVED),
            Metric.count(WAITS_UNANSWERED, "How many of them were closed without a reply?", RECEIVED),
            Metric.count(WAITS_WAITING, "How many of them still wait?", RECEIVED),
            Metric.share(
                    "reply_rate",
                    "Which share of the waits that needed a reply got one?",
                    "waits_answered / (waits_received − waits_no_reply_needed)",
                    RECEIVED,
                    "Customers who still wait count as not answered, so a young window starts low. Nobody waited: no value, not 0.",
                    summary -> summary.get(WAITS_ANSWERED),
                    summary -> summary.get(WAITS_RECEIVED) - summary.get(WAITS_NO_REPLY_NEEDED)));

    private static List<Metric> ofFirstResponses(Counter counter, String did, String caveat) {
        return List.of(
                Metric.count(counter, "How many first responses " + did + "?", END, caveat),
                Metric.share(
                        counter.field() + "_share",
                        "Which share of the first responses " + did + "?",
                        counter.field() + " / first_response.count",
                        END,
                        caveat,
                        summary -> summary.get(counter),
                        summary -> count(Timing.FIRST_RESPONSE, summary)));
    }

    private static long count(Timing timing, Summary summary) {
        return summary.sketch(timing, ClockKind.CALENDAR).count();
    }
}
