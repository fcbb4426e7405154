package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Measure.shareOfFirst;
import static io.replybeat.dashboard.boards.Measure.sum;

import io.replybeat.dashboard.boards.Ask.Figures;
import io.replybeat.dashboard.boards.Board.Section;
import io.replybeat.dashboard.boards.Panel.Show;
import java.util.List;

/** How much do customers write, in which tone, and about what? */
final class Mood {

    private Mood() {}

    static Section section() {
        return new Section(
                "Mood",
                List.of(
                        new Panel(
                                "Messages",
                                Definition.of("messages_in"),
                                Show.LINES,
                                12,
                                Figures.ofWindows("brand", sum("messages", "messages_in"))
                                        .byTime()
                                        .by("brand", "brand", 10)),
                        new Panel(
                                "Tone",
                                "Customers' messages by tone: as the source gave it, else as our model heard it.",
                                Show.SHARES,
                                12,
                                Figures.ofWindows(
                                                "brand",
                                                sum("negative", "sentiment_negative"),
                                                sum("neutral", "sentiment_neutral"),
                                                sum("positive", "sentiment_positive"))
                                        .byTime()),
                        Panel.number(
                                "Negative",
                                Definition.of("sentiment_negative"),
                                Figures.ofWindows(
                                        "brand",
                                        shareOfFirst(
                                                "negative",
                                                "sentiment_negative",
                                                "sentiment_neutral",
                                                "sentiment_positive"))),
                        moodBy("Topics", "topic", 10),
                        moodBy("Languages", "language", 10)));
    }

    private static Panel moodBy(String title, String cut, int width) {
        return new Panel(
                title,
                "Customers' messages and how many of them were negative, positive, or from people whose word weighs, by the "
                        + cut + " of their conversation; a value is added up over the brands.",
                Show.TABLE,
                width,
                Figures.ofWindows(
                                cut,
                                sum("messages", "messages_in"),
                                sum("negative", "sentiment_negative"),
                                sum("positive", "sentiment_positive"),
                                sum("weighty", "messages_in_weighty"))
                        .by(cut, "value", 20));
    }
}
