package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Measure.count;
import static io.replybeat.dashboard.boards.Measure.median;
import static io.replybeat.dashboard.boards.Measure.percentile;

import io.replybeat.dashboard.boards.Ask.Figures;
import io.replybeat.dashboard.boards.Board.Section;
import io.replybeat.dashboard.boards.Measure.Aggregate;
import io.replybeat.dashboard.boards.Panel.Show;
import java.util.List;

/** How long do customers wait for answers? */
final class HowFast {

    private static final String FIRST_RESPONSES = "kind:first_response";
    static final String REPLIES = "kind:reply AND answered_by:human";

    private HowFast() {}

    static Section section() {
        return new Section(
                "How fast",
                List.of(
                        Panel.number(
                                "First response: median",
                                firstResponse("half"),
                                figures(FIRST_RESPONSES, median("seconds"))),
                        Panel.number(
                                "First response: 90 %", firstResponse("90 %"), figures(FIRST_RESPONSES, p("90 %", 90))),
                        Panel.number(
                                "First response: 95 %", firstResponse("95 %"), figures(FIRST_RESPONSES, p("95 %", 95))),
                        Panel.number("Reply: median", reply("half"), figures(REPLIES, median("seconds"))),
                        Panel.number("Reply: 90 %", reply("90 %"), figures(REPLIES, p("90 %", 90))),
                        Panel.number("Reply: 95 %", reply("95 %"), figures(REPLIES, p("95 %", 95))),
                        new Panel(
                                "First response",
                                firstResponse("half, 90 %, 95 %"),
                                Show.LINES,
                                12,
                                figures(FIRST_RESPONSES, spread()).byTime()),
                        new Panel(
                                "Reply wait",
                                reply("half, 90 %, 95 %"),
                                Show.LINES,
                                12,
                                figures(REPLIES, spread()).byTime()),
                        new Panel(
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

    private static String firstResponse(String share) {
        return "How long at most the fastest " + share
                + " of the first responses of people took, from the customer's first message; over facts, by when they came.";
    }

    private static String reply(String share) {
        return "How long at most the fastest " + share
                + " of the replies of people took, from the oldest message without an answer; over facts, by when they came.";
    }

    static Figures figures(String kind, Measure... measures) {
        return Figures.of(Documents.FACTS, kind, measures);
    }

    static Aggregate p(String label, int percent) {
        return percentile(label, "seconds", percent);
    }

    static Measure[] spread() {
        return new Measure[] {median("seconds"), p("90 %", 90), p("95 %", 95)};
    }

    private static Panel firstResponseBy(String title, String field) {
        return new Panel(
                title,
                firstResponse("half, 90 %, 95 %"),
                Show.TABLE,
                8,
                figures(FIRST_RESPONSES, count("responses"), median("seconds"), p("90 %", 90), p("95 %", 95))
                        .by(field, field, 20));
    }
}
