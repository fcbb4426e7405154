package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.BERLIN_OFFICE;
import static io.replybeat.care.clock.Desk.DAY;
import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Fact.Reopen;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.story.Story;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pending, snoozed and resolved until reopened: on every clock but the active one (DEFINITIONS §3). */
class PausedTimeTest {

    @Test
    void a_pending_stretch_runs_on_but_is_no_active_time() {
        // 10:00 – 13:00, of which 11:00 – 12:30 pending: 3 h − 1.5 h
        assertThat(resolution(Story.told()
                        .customerWrites()
                        .agentReplies("ana")
                        .after("1h")
                        .status(Status.PENDING)
                        .after("1h30m")
                        .status(Status.OPEN)
                        .after("30m")
                        .resolvedBy("ana")))
                .isEqualTo(new Durations(3 * HOUR, 3 * HOUR, HOUR + 30 * MINUTE, true));
    }

    @Test
    void a_snoozed_stretch_is_the_same() {
        assertThat(resolution(Story.told()
                        .customerWrites()
                        .after("1h")
                        .status(Status.SNOOZED)
                        .after("7h")
                        .status(Status.OPEN)
                        .resolvedBy("ana")))
                .isEqualTo(new Durations(8 * HOUR, 8 * HOUR, HOUR, true));
    }

    @Test
    void the_customers_message_ends_the_pause_without_reopening() {
        // pending from 10:10; the customer writes at 12:10 and is answered at 12:40; resolved at 13:00
        Ledger books = books(Story.told()
                .customerWrites()
                .after("10m")
                .agentReplies("ana")
                .status(Status.PENDING)
                .after("2h")
                .customerWrites()
                .after("30m")
                .agentReplies("ana")
                .after("20m")
                .resolvedBy("ana"));

        assertThat(books.facts(Reopen.class)).isEmpty();
        assertThat(books.facts(Reply.class).get(1).durations()).isEqualTo(took(30 * MINUTE));
        assertThat(books.only(Resolution.class).durations()).isEqualTo(new Durations(3 * HOUR, 3 * HOUR, HOUR, true));
    }

    @Test
    void an_agents_message_does_not_end_a_pause() {
        assertThat(resolution(Story.told()
                        .customerWrites()
                        .status(Status.PENDING)
                        .after("1h")
                        .agentReplies("ana")
                        .after("1h")
                        .status(Status.OPEN)
                        .after("1h")
                        .resolvedBy("ana")))
                .isEqualTo(new Durations(3 * HOUR, 3 * HOUR, HOUR, true));
    }

    @Test
    void a_pause_that_begins_during_a_wait_is_left_out_of_it() {
        // waits 10:00 – 11:00, snoozed 10:15 – 10:45 by the agent
        assertThat(books(Story.told()
                                .customerWrites()
                                .after("15m")
                                .status(Status.SNOOZED)
                                .after("30m")
                                .status(Status.OPEN)
                                .after("15m")
                                .agentReplies("ana"))
                        .only(Reply.class)
                        .durations())
                .isEqualTo(new Durations(HOUR, HOUR, 30 * MINUTE, true));
    }

    @Test
    void a_reply_during_the_pause_counts_the_active_time_until_the_pause() {
        assertThat(books(Story.told()
                                .customerWrites()
                                .after("15m")
                                .status(Status.PENDING)
                                .after("45m")
                                .agentReplies("ana"))
                        .only(Reply.class)
                        .durations())
                .isEqualTo(new Durations(HOUR, HOUR, 15 * MINUTE, true));
    }

    @Test
    void pending_then_snoozed_then_resolved_is_one_pause_until_the_reopening() {
        // active: 10:00 – 10:10 and, after the customer came back on the 6th at 10:00, 20 minutes
        List<Resolution> resolutions = books(Story.told()
                        .customerWrites()
                        .after("10m")
                        .agentReplies("ana")
                        .status(Status.PENDING)
                        .after("50m")
                        .status(Status.SNOOZED)
                        .after("23h")
                        .resolvedBy("ana")
                        .after("1d")
                        .customerWrites()
                        .after("20m")
                        .agentReplies("ana")
                        .resolvedBy("ana"))
                .facts(Resolution.class)
                .stream()
                .sorted(Comparator.comparingInt(Resolution::cycle))
                .toList();

        assertThat(resolutions.get(0).durations()).isEqualTo(new Durations(DAY, DAY, 10 * MINUTE, true));
        assertThat(resolutions.get(1).durations())
                .isEqualTo(new Durations(2 * DAY + 20 * MINUTE, 2 * DAY + 20 * MINUTE, 30 * MINUTE, true));
    }

    @Test
    void pending_twice_in_a_row_pauses_once() {
        assertThat(resolution(Story.told()
                        .customerWrites()
                        .status(Status.PENDING)
                        .after("1h")
                        .status(Status.PENDING)
                        .after("1h")
                        .status(Status.OPEN)
                        .after("1h")
                        .resolvedBy("ana")))
                .isEqualTo(new Durations(3 * HOUR, 3 * HOUR, HOUR, true));
    }

    @Test
    void no_reply_needed_ends_a_pause_and_is_none() {
        assertThat(resolution(Story.told()
                        .customerWrites()
                        .status(Status.PENDING)
                        .after("1h")
                        .status(Status.NO_REPLY_NEEDED)
                        .after("1h")
                        .resolvedBy("ana")))
                .isEqualTo(new Durations(2 * HOUR, 2 * HOUR, HOUR, true));
    }

    @Test
    void a_pause_over_night_takes_only_the_open_hours_off_the_active_time() {
        // Berlin is UTC+1: asked Wed 16:00, pending 17:00 until Thu 10:00, answered Thu 11:00
        // 19 h on the wall; open: Wed 16–18, Thu 9–11 = 4 h; paused: Wed 17–18, Thu 9–10 = 2 h
        assertThat(books(
                                BERLIN_OFFICE,
                                Story.told()
                                        .at("2026-03-04T15:00:00Z")
                                        .customerWrites()
                                        .after("1h")
                                        .status(Status.PENDING)
                                        .after("17h")
                                        .status(Status.OPEN)
                                        .after("1h")
                                        .agentReplies("ana"))
                        .only(Reply.class)
                        .durations())
                .isEqualTo(new Durations(19 * HOUR, 4 * HOUR, 2 * HOUR, true));
    }

    private static Durations resolution(Story story) {
        return books(story).only(Resolution.class).durations();
    }
}
