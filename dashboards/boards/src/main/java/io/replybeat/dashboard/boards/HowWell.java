package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Measure.count;
import static io.replybeat.dashboard.boards.Measure.median;
import static io.replybeat.dashboard.boards.Measure.shareOfFirst;
import static io.replybeat.dashboard.boards.Measure.sum;

import io.replybeat.dashboard.boards.Ask.Figures;
import io.replybeat.dashboard.boards.Board.Section;
import io.replybeat.dashboard.boards.Measure.Ratio;
import io.replybeat.dashboard.boards.Panel.Show;
import java.util.List;

/** How many customers get an answer, a solution, and both in time? */
final class HowWell {

    private HowWell() {}

    static Section section() {
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
                        new Panel(
                                "What became of waits",
                                "Waits by when they began. " + Definition.of("waits_received"),
                                Show.BARS,
                                12,
                                Figures.ofWindows(
                                                "brand",
                                                sum("answered", "waits_answered"),
                                                sum("still waiting", "waits_waiting"),
                                                sum("closed without a reply", "waits_unanswered"),
                                                sum("no reply needed", "waits_no_reply_needed"))
                                        .byTime()),
                        new Panel(
                                "Service levels met",
                                "Which share of the targets was met. " + Definition.of("sla_first_response_met_share"),
                                Show.LINES,
                                12,
                                Figures.ofWindows(
                                                "brand",
                                                target("first response", "first_response"),
                                                target("next reply", "next_reply"),
                                                target("resolution", "resolution"))
                                        .byTime()),
                        new Panel(
                                "Time to resolution",
                                "From the conversation's start to its resolution, at most, for the fastest half, 90 %, 95 %.",
                                Show.LINES,
                                12,
                                HowFast.figures("kind:resolution", HowFast.spread())
                                        .byTime()),
                        new Panel(
                                "Conversations",
                                "How many began, were resolved, opened again. A conversation resolved twice counts twice.",
                                Show.LINES,
                                12,
                                Figures.ofWindows(
                                                "brand",
                                                sum("opened", "conversations_opened"),
                                                sum("resolved", "resolution_time.count"),
                                                sum("reopened", "conversations_reopened"))
                                        .byTime()),
                        answersBy("Agents", "agent", "agent_id"),
                        answersBy("Teams", "team", "team_id")));
    }

    private static Panel answersBy(String title, String label, String field) {
        return new Panel(
                title,
                "Replies of people and how long customers waited for them, by " + label + "; the 25 with most.",
                Show.TABLE,
                12,
                HowFast.figures(HowFast.REPLIES, count("replies"), median("seconds"), HowFast.p("90 %", 90))
                        .by(label, field, 25));
    }

    private static Panel share(String title, String metric, Ratio ratio) {
        return Panel.number(title, Definition.of(metric), Figures.ofWindows("brand", ratio));
    }

    private static Ratio target(String label, String target) {
        return shareOfFirst(label, "sla_" + target + "_met", "sla_" + target + "_breached");
    }
}
