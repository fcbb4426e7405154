package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Measure.count;
import static io.replybeat.dashboard.boards.Measure.most;

import io.replybeat.dashboard.boards.Ask.Figures;
import io.replybeat.dashboard.boards.Ask.Records;
import io.replybeat.dashboard.boards.Board.Section;
import io.replybeat.dashboard.boards.Panel.Show;
import java.util.List;
import java.util.Map;

/** What should somebody look at, since when and why; who calls us out, and which messages are behind it? */
final class AlertBoard {

    private static final String UID = "replybeat-alerts";

    /** To the messages of the alert's brand since it began, on this same board. */
    private static final String MESSAGES_SINCE =
            "/d/" + UID + "?var-brand=${__data.fields.brand}&from=${__data.fields.since.numeric}&to=now";

    static final Board BOARD = new Board(
            UID,
            "Alerts and surges",
            "What is unusual, why, and whether it is over; who calls the brand out; the messages behind it.",
            "now-24h",
            10,
            List.of(alerts(), surges(), messages()));

    private AlertBoard() {}

    private static Section alerts() {
        return new Section(
                "Alerts",
                List.of(
                        firing("Firing", "Alerts that go on now, whenever they began.", "state:firing"),
                        firing(
                                "Critical",
                                "Of those that go on, the critical ones.",
                                "state:firing AND severity:critical"),
                        new Panel(
                                "Began",
                                "Alerts by when they began and by rule.",
                                Show.BARS,
                                16,
                                Figures.of(Documents.ALERTS, "rule:*", count("alerts"))
                                        .byTime()
                                        .by("rule", "rule", 8)),
                        new Panel(
                                "What is going on",
                                "Alerts, the newest first: since when, why, measured against what is usual at this hour.",
                                Show.LIST,
                                24,
                                new Records(
                                        Documents.ALERTS,
                                        "rule:*",
                                        List.of(
                                                "since",
                                                "state",
                                                "severity",
                                                "rule",
                                                "brand",
                                                "cut",
                                                "subject",
                                                "title",
                                                "why",
                                                "measure",
                                                "value",
                                                "expected",
                                                "resolved_at"),
                                        Map.of("title", MESSAGES_SINCE)))));
    }

    private static Section surges() {
        return new Section(
                "Surges",
                List.of(new Panel(
                        "Callouts",
                        "Who calls the brand out, by story: different authors, messages, those with an answer, and"
                                + " the followers of all authors together.",
                        Show.TABLE,
                        24,
                        Figures.of(
                                        Documents.CALLOUTS,
                                        "rule:*",
                                        most("reach", "reach"),
                                        most("authors", "author_count"),
                                        most("messages", "message_count"),
                                        most("answered", "answered_count"))
                                .by("story", "id", 20))));
    }

    private static Section messages() {
        return new Section(
                "Messages",
                List.of(new Panel(
                        "Complaints",
                        "What customers wrote in a negative tone, the newest first. From an alert's title a click leads to"
                                + " those of its brand since it began.",
                        Show.LIST,
                        24,
                        new Records(
                                Documents.MESSAGES,
                                "direction:inbound AND sentiment.label:negative",
                                List.of(
                                        "occurred_at",
                                        "brand",
                                        "network",
                                        "author.handle",
                                        "author.followers",
                                        "text",
                                        "topics",
                                        "tier",
                                        "sentiment.score",
                                        "conversation_id"),
                                Map.of()))));
    }

    private static Panel firing(String title, String description, String filter) {
        return new Panel(title, description, Show.NUMBER, 4, Figures.of(Documents.ALERTS_NOW, filter, count("alerts")));
    }
}
