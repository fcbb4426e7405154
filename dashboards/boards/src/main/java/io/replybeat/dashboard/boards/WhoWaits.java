package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Measure.count;
import static io.replybeat.dashboard.boards.Measure.earliest;
import static io.replybeat.dashboard.boards.Measure.most;

import io.replybeat.dashboard.boards.Ask.Figures;
import io.replybeat.dashboard.boards.Board.Section;
import io.replybeat.dashboard.boards.Panel.Show;
import java.util.List;

/** Who waits now, how long already, and where? */
final class WhoWaits {

    private static final String WAITING = "open_wait_since:*";

    private WhoWaits() {}

    static Section section() {
        return new Section(
                "Now",
                List.of(
                        Panel.number(
                                "Waiting", "Customers who wait for an answer now, however long.", waiting(WAITING)),
                        Panel.number(
                                "Past a target",
                                "Of those who wait, the ones whose first response or next reply is overdue by the brand's service levels.",
                                waiting(
                                        WAITING
                                                + " AND (sla.first_response.outcome:breached OR sla.next_reply.outcome:breached)")),
                        Panel.number(
                                "Due in 30 minutes",
                                "Of those who wait, the ones whose first response or next reply falls due within half an hour.",
                                waiting(
                                        WAITING
                                                + " AND (sla.first_response.due_at:[now TO now+30m] OR sla.next_reply.due_at:[now TO now+30m])")),
                        Panel.number(
                                "Oldest wait",
                                "Since when the customer waits who has waited longest.",
                                Figures.of(Documents.CONVERSATIONS, WAITING, earliest("oldest", "open_wait_since"))),
                        new Panel(
                                "By age",
                                "How long those who wait have waited.",
                                Show.BARS,
                                8,
                                waiting(WAITING).by(ages())),
                        waitingBy("By brand", "brand", 8),
                        waitingBy("By network", "network", 8),
                        waitingBy("By team", "team_id", 8),
                        waitingBy("By topic", "topic", 8),
                        new Panel(
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

    private static Figures waiting(String filter) {
        return Figures.of(Documents.CONVERSATIONS, filter, count("customers"));
    }

    private static Panel waitingBy(String title, String field, int width) {
        return new Panel(
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
}
