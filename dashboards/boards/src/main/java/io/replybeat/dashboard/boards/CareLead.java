package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Measure.count;
import static io.replybeat.dashboard.boards.Measure.earliest;
import static io.replybeat.dashboard.boards.Measure.median;
import static io.replybeat.dashboard.boards.Measure.most;
import static io.replybeat.dashboard.boards.Measure.percentile;
import static io.replybeat.dashboard.boards.Measure.shareOfFirst;
import static io.replybeat.dashboard.boards.Measure.sum;

import io.replybeat.care.metric.Metric;
import io.replybeat.care.metric.Metrics;
import io.replybeat.dashboard.boards.Ask.Figures;
import io.replybeat.dashboard.boards.Board.Section;
import io.replybeat.dashboard.boards.Measure.Aggregate;
import io.replybeat.dashboard.boards.Measure.Ratio;
import io.replybeat.dashboard.boards.Panel.Show;
import java.util.List;

/** Who waits now, how fast and how well do we answer, and in which mood are customers? */
final class CareLead {

    private static final String WAITING = "open_wait_since:*";
    private static final String FIRST_RESPONSES = "kind:first_response";
    private static final String REPLIES = "kind:reply AND answered_by:human";
    private static final String RESOLUTIONS = "kind:resolution";

    static final Board BOARD = new Board(
            "replybeat-care-lead",
            "Care lead",
            "Who waits now, how fast and how well we answer, in which mood customers are.",
            "now-24h",
            10,
            List.of(now(), howFast(), howWell(), mood()));

    private CareLead() {}

    private static Section now() {
        return new Section(
                "Now",
                List.of(
                        number("Waiting", "Customers who wait for an answer now, however long.", waiting(WAITING)),
                        number(
                                "Past a target",
                                "Of those who wait, the ones whose first response or next reply is overdue by the brand's service levels.",
                                waiting(
                                        WAITING
                                                + " AND (sla.first_response.outcome:breached OR sla.next_reply.outcome:breached)")),
                        number(
                                "Due in 30 minutes",
                                "Of those who wait, the ones whose first response or next reply falls due within half an hour.",
                                waiting(
                                        WAITING
                                                + " AND (sla.first_response.due_at:[now TO now+30m] OR sla.next_reply.due_at:[now TO now+30m])")),
                        number(
                                "Oldest wait",
                                "Since when the customer waits who has waited longest.",
                                Figures.of(Documents.CONVERSATIONS, WAITING, earliest("oldest", "open_wait_since"))),
                        panel(
                                "By age",
                                "How long those who wait have waited.",
                                Show.BARS,
                                8,
                                waiting(WAITING).by(ages())),
                        waitingBy("By brand", "brand", 8),
                        waitingBy("By network", "network", 8),
                        waitingBy("By team", "team_id", 8),
                        waitingBy("By topic", "topic", 8),
                        panel(
                                "Longest waits",
                                "The conversations whose customers have waited longest, as brand|conversation.",
                                Show.TABLE,
                                16,
                                Figures.of(
                                                Documents.CONVERSATIONS,
                                                WAITING,
                                                earliest("waiting since", "open_wait_since"),
                                                most("messages waiting", "waiting_messages"),
                                                most("tier", "tier"))
                                        .by("conversation", "id", 25))));
    }

    private static Section howFast() {
        return new Section(
                "How fast",
                List.of(
                        number(
                                "First response: median",
                                firstResponse("half"),
                                figures(FIRST_RESPONSES, median("seconds"))),
                        number("First response: 90 %", firstResponse("90 %"), figures(FIRST_RESPONSES, p("90 %", 90))),
                        number("First response: 95 %", firstResponse("95 %"), figures(FIRST_RESPONSES, p("95 %", 95))),
                        number("Reply: median", reply("half"), figures(REPLIES, median("seconds"))),
                        number("Reply: 90 %", reply("90 %"), figures(REPLIES, p("90 %", 90))),
                        number("Reply: 95 %", reply("95 %"), figures(REPLIES, p("95 %", 95))),
                        panel(
                                "First response",
                                firstResponse("half, 90 %, 95 %"),
                                Show.LINES,
                                12,
                                figures(FIRST_RESPONSES, spread()).byTime()),
                        panel(
                                "Reply wait",
                                reply("half, 90 %, 95 %"),
                                Show.LINES,
                                12,
                                figures(REPLIES, spread()).byTime()),
                        panel(
                                "In and off business hours",
                                "Replies of people by whether they came inside the brand's business hours; the last column counts business time only.",
                                Show.TABLE,
                                8,
                                figures(
                                                REPLIES,
                                                count("replies"),
                                                median("seconds"),
                                                p("90 %", 90),
                                                percentile("median, business time", "business_seconds", 50))
                                        .by(new Group.Bands(
                                                "hours",
                                                List.of(
                                                        new Group.Band("business hours", "in_business_hours:true"),
                                                        new Group.Band("off hours", "in_business_hours:false"))))),
                        firstResponseBy("First response by brand", "brand"),
                        firstResponseBy("First response by network", "network")));
    }

    private static Section howWell() {
        return new Section(
                "How well",
                List.of(
                        share(
                                "Reply rate",
                                "reply_rate",
                                new Ratio(
                                        "reply rate",
                                        sum("answered", "waits_answered"),
                                        List.of(sum("received", "waits_received")),
                                        List.of(sum("no reply needed", "waits_no_reply_needed")))),
                        share(
                                "Resolution rate",
                                "resolution_rate",
                                new Ratio(
                                        "resolution rate",
                                        sum("resolved", "conversations_resolved_now"),
                                        List.of(sum("opened", "conversations_opened")),
                                        List.of())),
                        share(
                                "First response in time",
                                "sla_first_response_met_share",
                                target("first response", "first_response")),
                        share("Next reply in time", "sla_next_reply_met_share", target("next reply", "next_reply")),
                        share("Resolution in time", "sla_resolution_met_share", target("resolution", "resolution")),
                        share(
                                "Answered by bots",
                                "bot_share",
                                shareOfFirst("bots", "bot_reply_wait.count", "reply_wait.count")),
                        panel(
                                "What became of waits",
                                "Waits by when they began. " + definition("waits_received"),
                                Show.BARS,
                                12,
                                windows(
                                                "brand",
                                                sum("answered", "waits_answered"),
                                                sum("still waiting", "waits_waiting"),
                                                sum("closed without a reply", "waits_unanswered"),
                                                sum("no reply needed", "waits_no_reply_needed"))
                                        .byTime()),
                        panel(
                                "Service levels met",
                                "Which share of the targets was met. " + definition("sla_first_response_met_share"),
                                Show.LINES,
                                12,
                                windows(
                                                "brand",
                                                target("first response", "first_response"),
                                                target("next reply", "next_reply"),
                                                target("resolution", "resolution"))
                                        .byTime()),
                        panel(
                                "Time to resolution",
                                "From the conversation's start to its resolution, at most, for the fastest half, 90 %, 95 %.",
                                Show.LINES,
                                12,
                                figures(RESOLUTIONS, spread()).byTime()),
                        panel(
                                "Conversations",
                                "How many began, were resolved, opened again. A conversation resolved twice counts twice.",
                                Show.LINES,
                                12,
                                windows(
                                                "brand",
                                                sum("opened", "conversations_opened"),
                                                sum("resolved", "resolution_time.count"),
                                                sum("reopened", "conversations_reopened"))
                                        .byTime()),
                        answersBy("Agents", "agent", "agent_id"),
                        answersBy("Teams", "team", "team_id")));
    }

    private static Section mood() {
        return new Section(
                "Mood",
                List.of(
                        panel(
                                "Messages",
                                definition("messages_in"),
                                Show.LINES,
                                12,
                                windows("brand", sum("messages", "messages_in"))
                                        .byTime()
                                        .by("brand", "brand", 10)),
                        panel(
                                "Tone",
                                "Customers' messages by tone: as the source gave it, else as our model heard it.",
                                Show.SHARES,
                                12,
                                windows(
                                                "brand",
                                                sum("negative", "sentiment_negative"),
                                                sum("neutral", "sentiment_neutral"),
                                                sum("positive", "sentiment_positive"))
                                        .byTime()),
                        share(
                                "Negative",
                                "sentiment_negative",
                                shareOfFirst(
                                        "negative", "sentiment_negative", "sentiment_neutral", "sentiment_positive")),
                        moodBy("Topics", "topic", 10),
                        moodBy("Languages", "language", 10)));
    }

    private static Panel panel(String title, String description, Show show, int width, Figures figures) {
        return new Panel(title, description, show, width, figures);
    }

    private static Panel number(String title, String description, Figures figures) {
        return panel(title, description, Show.NUMBER, 4, figures);
    }

    private static Figures waiting(String filter) {
        return Figures.of(Documents.CONVERSATIONS, filter, count("customers"));
    }

    private static Panel waitingBy(String title, String field, int width) {
        return panel(
                title,
                "Those who wait now, by " + title.substring("By ".length()) + "; the ten with most.",
                Show.BARS,
                width,
                waiting(WAITING).by(title.substring("By ".length()), field, 10));
    }

    private static Group.Bands ages() {
        return new Group.Bands(
                "age",
                List.of(
                        new Group.Band("under 15 min", "open_wait_since:[now-15m TO *]"),
                        new Group.Band("15 min to 1 h", "open_wait_since:[now-1h TO now-15m}"),
                        new Group.Band("1 h to 4 h", "open_wait_since:[now-4h TO now-1h}"),
                        new Group.Band("over 4 h", "open_wait_since:[* TO now-4h}")));
    }

    private static String firstResponse(String share) {
        return "How long at most the fastest " + share
                + " of the first responses of people took, from the customer's first message; over facts, by when they came.";
    }

    private static String reply(String share) {
        return "How long at most the fastest " + share
                + " of the replies of people took, from the oldest message without an answer; over facts, by when they came.";
    }

    private static Figures figures(String kind, Measure... measures) {
        return Figures.of(Documents.FACTS, kind, measures);
    }

    private static Aggregate p(String label, int percent) {
        return percentile(label, "seconds", percent);
    }

    private static Measure[] spread() {
        return new Measure[] {median("seconds"), p("90 %", 90), p("95 %", 95)};
    }

    private static Panel firstResponseBy(String title, String field) {
        return panel(
                title,
                firstResponse("half, 90 %, 95 %"),
                Show.TABLE,
                8,
                figures(FIRST_RESPONSES, count("responses"), median("seconds"), p("90 %", 90), p("95 %", 95))
                        .by(field, field, 20));
    }

    private static Panel answersBy(String title, String label, String field) {
        return panel(
                title,
                "Replies of people and how long customers waited for them, by " + label + "; the 25 with most.",
                Show.TABLE,
                12,
                figures(REPLIES, count("replies"), median("seconds"), p("90 %", 90))
                        .by(label, field, 25));
    }

    /** Windows of one cut and one size, or messages would be counted several times. */
    private static Figures windows(String cut, Measure... measures) {
        return Figures.of(Documents.WINDOWS, "cut:" + cut + " AND size:1m", measures);
    }

    private static Panel share(String title, String metric, Ratio ratio) {
        return number(title, definition(metric), windows("brand", ratio));
    }

    private static Ratio target(String label, String target) {
        return shareOfFirst(label, "sla_" + target + "_met", "sla_" + target + "_breached");
    }

    private static Panel moodBy(String title, String cut, int width) {
        return panel(
                title,
                "Customers' messages and how many of them were negative, positive, or from people whose word weighs, by the "
                        + cut + " of their conversation; a value is added up over the brands.",
                Show.TABLE,
                width,
                windows(
                                cut,
                                sum("messages", "messages_in"),
                                sum("negative", "sentiment_negative"),
                                sum("positive", "sentiment_positive"),
                                sum("weighty", "messages_in_weighty"))
                        .by(cut, "value", 20));
    }

    /** As in docs/metrics.md. */
    private static String definition(String name) {
        Metric metric = Metrics.named(name);
        String said = metric.question() + " " + metric.formula() + ".";
        return metric.caveat().isEmpty() ? said : said + " " + metric.caveat();
    }
}
