package io.replybeat.dashboard.read;

import static io.replybeat.care.metric.Counter.CONVERSATIONS_OPENED;
import static io.replybeat.care.metric.Counter.SENTIMENT_NEGATIVE;
import static io.replybeat.care.metric.Counter.SENTIMENT_NEUTRAL;
import static io.replybeat.care.metric.Counter.SENTIMENT_POSITIVE;
import static io.replybeat.care.metric.Counter.SLA_FIRST_RESPONSE_BREACHED;
import static io.replybeat.care.metric.Counter.SLA_FIRST_RESPONSE_MET;
import static io.replybeat.care.metric.Counter.SLA_NEXT_REPLY_BREACHED;
import static io.replybeat.care.metric.Counter.SLA_NEXT_REPLY_MET;
import static io.replybeat.care.metric.Counter.SLA_RESOLUTION_BREACHED;
import static io.replybeat.care.metric.Counter.SLA_RESOLUTION_MET;
import static io.replybeat.care.metric.Counter.WAITS_NO_REPLY_NEEDED;
import static io.replybeat.care.metric.Counter.WAITS_RECEIVED;
import static io.replybeat.dashboard.read.PageNumber.count;
import static io.replybeat.dashboard.read.PageNumber.share;
import static io.replybeat.dashboard.read.PageNumber.sumOf;
import static io.replybeat.dashboard.read.PageNumber.time;
import static io.replybeat.dashboard.read.PageNumber.times;

import io.replybeat.care.metric.ClockKind;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Which numbers does the page show over a range? A new one is one line here. */
final class PageNumbers {

    private static final String UP = "up";
    private static final String DOWN = "down";

    private static final ToLongFunction<Summary> WAITS =
            summary -> summary.get(WAITS_RECEIVED) - summary.get(WAITS_NO_REPLY_NEEDED);
    private static final ToLongFunction<Summary> CONVERSATIONS = sumOf(CONVERSATIONS_OPENED);
    private static final ToLongFunction<Summary> JUDGED =
            sumOf(SENTIMENT_NEGATIVE, SENTIMENT_NEUTRAL, SENTIMENT_POSITIVE);
    /** How busy somebody was. */
    static final ToLongFunction<Summary> MESSAGES = sumOf(
            Counter.MESSAGES_IN_PUBLIC,
            Counter.MESSAGES_IN_DIRECT,
            Counter.MESSAGES_OUT_AGENT,
            Counter.MESSAGES_OUT_BOT,
            Counter.MESSAGES_OUT_AUTOMATION);

    private static final ToLongFunction<Summary> REPLIES = measured(Timing.REPLY_WAIT);
    private static final ToLongFunction<Summary> FIRST_RESPONSES = measured(Timing.FIRST_RESPONSE);

    /** In the order in which they are defined and written. */
    static final List<PageNumber> ALL = all();

    /** Those drawn over time. */
    static final Set<String> CHARTED = Set.of(
            "messages_in",
            "messages_out",
            "messages_in_weighty",
            "sentiment_negative",
            "sentiment_neutral",
            "sentiment_positive",
            "sentiment_net",
            "sentiment_mean",
            "first_response.count",
            "first_response.p50_seconds",
            "first_response.p90_seconds",
            "first_response.p95_seconds",
            "first_response.mean_seconds",
            "reply_wait.count",
            "reply_wait.p50_seconds",
            "reply_wait.p90_seconds",
            "reply_wait.p95_seconds",
            "reply_wait.mean_seconds",
            "sla_first_response_met_share",
            "sla_first_response_breached",
            "waits_received",
            "reply_rate",
            "resolution_rate",
            "resolution_time.count",
            "resolution_time.p50_seconds",
            "resolution_time.p90_seconds",
            "resolution_time.p95_seconds",
            "resolution_time.mean_seconds",
            "messages_out_agent",
            "messages_out_bot",
            "messages_out_automation",
            "conversations_opened",
            "conversations_reopened");

    /** Those compared in the table. */
    static final Set<String> TABLED = Set.of(
            "messages_in",
            "messages_out",
            "messages_out_agent",
            "messages_out_bot",
            "sentiment_net",
            "sentiment_mean",
            "sentiment_negative",
            "sentiment_neutral",
            "sentiment_positive",
            "first_response.count",
            "first_response.p50_seconds",
            "first_response.p90_seconds",
            "first_response.p95_seconds",
            "first_response.mean_seconds",
            "reply_wait.count",
            "reply_wait.p50_seconds",
            "reply_wait.p90_seconds",
            "reply_wait.p95_seconds",
            "reply_wait.mean_seconds",
            "replies_off_hours_share",
            "bot_reply_wait.count",
            "sla_first_response_met_share",
            "sla_next_reply_met_share",
            "reply_rate",
            "waits_waiting",
            "resolution_rate",
            "resolution_time.count",
            "resolution_time.p50_seconds",
            "resolution_time.p90_seconds",
            "resolution_time.p95_seconds",
            "resolution_time.mean_seconds",
            "conversations_opened",
            "conversations_reopened",
            "bot_share");

    private PageNumbers() {}

    private static List<PageNumber> all() {
        List<PageNumber> all = new ArrayList<>();
        all.addAll(timing("First response", Timing.FIRST_RESPONSE, "responses"));
        all.add(share(
                "First response",
                "Within an hour",
                "first_responses_within_1h_share",
                UP,
                "responses",
                FIRST_RESPONSES));
        all.add(share(
                "First response", "Off hours", "first_responses_off_hours_share", null, "responses", FIRST_RESPONSES));
        all.addAll(timing("Reply wait", Timing.REPLY_WAIT, "replies"));
        all.add(share("Reply wait", "Off hours", "replies_off_hours_share", null, "replies", REPLIES));
        all.addAll(sla(
                "First response", "sla_first_response", sumOf(SLA_FIRST_RESPONSE_MET, SLA_FIRST_RESPONSE_BREACHED)));
        all.addAll(sla("Next reply", "sla_next_reply", sumOf(SLA_NEXT_REPLY_MET, SLA_NEXT_REPLY_BREACHED)));
        all.addAll(sla("Resolution", "sla_resolution", sumOf(SLA_RESOLUTION_MET, SLA_RESOLUTION_BREACHED)));
        all.add(share("Reply rate", "Reply rate", "reply_rate", UP, "waits", WAITS));
        all.add(count("Reply rate", "Began to wait", "waits_received"));
        all.add(count("Reply rate", "Answered", "waits_answered"));
        all.add(count("Reply rate", "No reply needed", "waits_no_reply_needed"));
        all.add(count("Reply rate", "Closed unanswered", "waits_unanswered", DOWN));
        all.add(count("Reply rate", "Still waiting", "waits_waiting", DOWN));
        all.add(share("Resolution", "Resolution rate", "resolution_rate", UP, "conversations", CONVERSATIONS));
        all.add(share("Resolution", "Resolved per opened", "resolution_flow", UP, "conversations", CONVERSATIONS));
        all.addAll(timing("Resolution", Timing.RESOLUTION_TIME, "resolutions"));
        all.add(count("Resolution", "Conversations opened", "conversations_opened"));
        all.add(count("Resolution", "Resolved of these", "conversations_resolved_now"));
        all.add(count("Resolution", "Reopened", "conversations_reopened", DOWN));
        all.addAll(timing("Bots", Timing.BOT_REPLY_WAIT, "replies"));
        all.add(share(
                "Bots",
                "Answered by bots",
                "bot_share",
                null,
                "replies",
                summary -> REPLIES.applyAsLong(summary)
                        + measured(Timing.BOT_REPLY_WAIT).applyAsLong(summary)));
        all.addAll(messages());
        all.addAll(mood());
        return List.copyOf(all);
    }

    private static List<PageNumber> timing(String group, Timing timing, String samples) {
        return List.of(
                time(group, "Median", timing, "p50_seconds", samples),
                time(group, "90 % within", timing, "p90_seconds", samples),
                time(group, "95 % within", timing, "p95_seconds", samples),
                time(group, "Mean", timing, "mean_seconds", samples),
                times(group, "Number", timing));
    }

    private static List<PageNumber> sla(String title, String name, ToLongFunction<Summary> targets) {
        return List.of(
                share("Service levels", title + " in time", name + "_met_share", UP, "targets", targets),
                count("Service levels", title + " met", name + "_met"),
                count("Service levels", title + " missed", name + "_breached", DOWN));
    }

    private static List<PageNumber> messages() {
        return List.of(
                count("Messages", "In", "messages_in"),
                count("Messages", "Public", "messages_in_public"),
                count("Messages", "Direct", "messages_in_direct"),
                count("Messages", "Reposts", "messages_in_reposts"),
                count("Messages", "Weighty authors", "messages_in_weighty"),
                count("Messages", "Out", "messages_out"),
                count("Messages", "By people", "messages_out_agent"),
                count("Messages", "By bots", "messages_out_bot"),
                count("Messages", "Automatic", "messages_out_automation"));
    }

    private static List<PageNumber> mood() {
        return List.of(
                count("Mood", "Negative", "sentiment_negative", DOWN),
                count("Mood", "Neutral", "sentiment_neutral"),
                count("Mood", "Positive", "sentiment_positive", UP),
                share("Mood", "Net sentiment", "sentiment_net", UP, "messages", JUDGED),
                share("Mood", "Mean score", "sentiment_mean", UP, "messages", JUDGED));
    }

    private static ToLongFunction<Summary> measured(Timing timing) {
        return summary -> summary.sketch(timing, ClockKind.CALENDAR).count();
    }
}
