package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.BERLIN_OFFICE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.targets;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Fact.Sla;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.story.Story;
import org.junit.jupiter.api.Test;

/** On the active clock a pause moves the due instant, as long as there is one to move (DEFINITIONS §7). */
class SlaPauseTest {

    private static final String ACTIVE =
            "sla: [{clock: active_business, first_response: 1h, next_reply: 1h, resolution: 2h}]";

    @Test
    void a_pause_moves_the_due_instant_by_its_length() {
        // opened 08:00, promised within 2 h; waits for a third party from 09:00 to 10:05: due 11:05
        Story story = Story.told()
                .at("2026-03-04T08:00:00Z")
                .customerWrites()
                .agentReplies("ana")
                .after("1h")
                .status(Status.PENDING)
                .after("65m")
                .status(Status.OPEN);

        assertThat(resolution(books(ACTIVE, story)).dueAt()).isEqualTo(at("2026-03-04T11:05:00Z"));
        assertThat(resolution(books(ACTIVE, story, "2026-03-04T11:04:59Z")).outcome())
                .isEqualTo(Outcome.RUNNING);
        assertThat(resolution(books(ACTIVE, story, "2026-03-04T11:05:00Z")).outcome())
                .isEqualTo(Outcome.BREACHED);
    }

    @Test
    void every_pause_before_the_due_instant_moves_it() {
        // due 12:00; pauses of 30 min at 10:30 and of 1 h at 12:15, when it was due at 12:30: 13:30
        Story story = pausedAt("30m", "30m")
                .after("75m")
                .status(Status.SNOOZED)
                .after("1h")
                .status(Status.OPEN);

        assertThat(resolution(books(ACTIVE, story)).dueAt()).isEqualTo(at("2026-03-04T13:30:00Z"));
    }

    @Test
    void a_pause_after_the_breach_moves_nothing() {
        Story story = pausedAt("2h1s", "5h");

        assertThat(resolution(books(ACTIVE, story)).dueAt()).isEqualTo(at("2026-03-04T12:00:00Z"));
        assertThat(resolution(books(ACTIVE, story)).outcome()).isEqualTo(Outcome.BREACHED);
    }

    @Test
    void a_pause_that_begins_at_the_due_instant_comes_too_late() {
        assertThat(resolution(books(ACTIVE, pausedAt("2h", "5h"))).dueAt()).isEqualTo(at("2026-03-04T12:00:00Z"));
    }

    @Test
    void while_it_is_paused_nobody_knows_when_it_is_due() {
        Story story =
                Story.told().customerWrites().agentReplies("ana").after("1h").status(Status.SNOOZED);

        Sla sla = resolution(books(ACTIVE, story, "2026-05-01T00:00:00Z"));
        assertThat(sla.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(sla.fields()).doesNotContainKey("due_at");
    }

    @Test
    void what_was_missed_before_the_pause_is_missed_during_it() {
        Story story =
                Story.told().customerWrites().agentReplies("ana").after("3h").status(Status.SNOOZED);

        assertThat(resolution(books(ACTIVE, story)).dueAt()).isEqualTo(at("2026-03-04T12:00:00Z"));
        assertThat(resolution(books(ACTIVE, story)).outcome()).isEqualTo(Outcome.BREACHED);
    }

    @Test
    void resolved_during_a_pause_it_is_judged_by_the_active_time_until_then() {
        // 1 h active, then 9 h pending: the due instant has moved along to 11 h after the start
        Story story = Story.told()
                .customerWrites()
                .agentReplies("ana")
                .after("1h")
                .status(Status.PENDING)
                .after("9h")
                .resolvedBy("ana");

        Sla sla = resolution(books(ACTIVE, story));
        assertThat(sla.outcome()).isEqualTo(Outcome.MET);
        assertThat(sla.dueAt()).isEqualTo(at("2026-03-04T21:00:00Z"));
        assertThat(sla.fields()).containsEntry("slack_seconds", 3600L);
    }

    @Test
    void pauses_move_neither_the_calendar_nor_the_business_due() {
        for (String clock : new String[] {"calendar", "business"}) {
            String acme = "sla: [{clock: " + clock + ", resolution: 2h}]";

            assertThat(resolution(books(acme, pausedAt("30m", "30m"))).dueAt())
                    .as(clock)
                    .isEqualTo(at("2026-03-04T12:00:00Z"));
        }
    }

    @Test
    void a_pause_over_night_moves_the_due_instant_by_the_open_hours_only() {
        // Berlin, nine to six. Wed 16:00 local + 2 h: due 18:00. Snoozed 17:00 → Thu 10:00 = 2 open hours: Thu 11:00
        // (10:00Z)
        Story story = Story.told()
                .at("2026-03-04T15:00:00Z")
                .customerWrites()
                .agentReplies("ana")
                .after("1h")
                .status(Status.SNOOZED)
                .after("17h")
                .status(Status.OPEN);

        assertThat(resolution(books(BERLIN_OFFICE + ACTIVE, story)).dueAt()).isEqualTo(at("2026-03-05T10:00:00Z"));
    }

    @Test
    void a_snooze_that_becomes_pending_is_one_long_pause() {
        // 10:30 – 11:00 snoozed, 11:00 – 11:45 pending: 75 min on top of 12:00
        Story story = Story.told()
                .customerWrites()
                .agentReplies("ana")
                .after("30m")
                .status(Status.SNOOZED)
                .after("30m")
                .status(Status.PENDING)
                .after("45m")
                .status(Status.OPEN);

        assertThat(resolution(books(ACTIVE, story)).dueAt()).isEqualTo(at("2026-03-04T13:15:00Z"));
    }

    @Test
    void pauses_before_a_wait_do_not_move_its_due_instant() {
        // pending 10:00 – 15:00, then the customer asks: 16:00
        Story story = Story.told()
                .customerWrites()
                .agentReplies("ana")
                .status(Status.PENDING)
                .after("5h")
                .customerWrites();

        assertThat(targets(books(ACTIVE, story), Target.NEXT_REPLY).get(0).dueAt())
                .isEqualTo(at("2026-03-04T16:00:00Z"));
    }

    @Test
    void a_first_response_that_the_agent_snoozed_is_due_later() {
        Story story = Story.told()
                .customerWrites()
                .after("20m")
                .status(Status.SNOOZED)
                .after("2h")
                .status(Status.OPEN)
                .after("40m")
                .agentReplies("ana");

        Sla sla = targets(books(ACTIVE, story), Target.FIRST_RESPONSE).get(0);
        assertThat(sla.dueAt()).isEqualTo(at("2026-03-04T13:00:00Z"));
        assertThat(sla.outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void of_a_pause_that_was_on_at_the_start_only_the_rest_counts() {
        // pending 10:10 – 10:40, handed off at 10:20 and measured from there: 11:20 + 20 min
        String anchored = "policies: {first_response_anchor: last_handoff_or_reopen}\n" + ACTIVE;
        Story story = Story.told()
                .customerWrites()
                .after("10m")
                .status(Status.PENDING)
                .after("10m")
                .botHandsOff()
                .after("20m")
                .status(Status.OPEN);

        assertThat(targets(books(anchored, story), Target.FIRST_RESPONSE).get(0).dueAt())
                .isEqualTo(at("2026-03-04T11:40:00Z"));
    }

    private static Story pausedAt(String begin, String length) {
        return Story.told()
                .customerWrites()
                .agentReplies("ana")
                .after(begin)
                .status(Status.PENDING)
                .after(length)
                .status(Status.OPEN);
    }

    private static Sla resolution(Ledger books) {
        return targets(books, Target.RESOLUTION).get(0);
    }
}
