package io.replybeat.care.clock;

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

/** What becomes of an answer that was promised, once the conversation is closed without it? Promised are 1 h, 2 h and 8 h. */
class SlaLapseTest {

    private static final String PROMISED = "sla: [{first_response: 1h, next_reply: 2h, resolution: 8h}]";
    private static final String MUCH_LATER = "2026-04-04T10:00:00Z";

    @Test
    void resolved_before_it_was_due_a_first_response_is_not_missed_any_more() {
        Story story = Story.told().customerWrites().after("30m").resolvedBy("ana");

        assertThat(targets(books(PROMISED, story, MUCH_LATER), Target.FIRST_RESPONSE))
                .isEmpty();
    }

    @Test
    void resolved_after_it_was_due_a_first_response_stays_missed() {
        Story story = Story.told().customerWrites().after("90m").resolvedBy("ana");

        assertThat(targets(books(PROMISED, story, MUCH_LATER), Target.FIRST_RESPONSE))
                .singleElement()
                .satisfies(sla -> {
                    assertThat(sla.outcome()).isEqualTo(Outcome.BREACHED);
                    assertThat(sla.dueAt()).isEqualTo(at("2026-03-04T11:00:00Z"));
                });
    }

    @Test
    void no_reply_needed_lets_it_lapse_too() {
        Story story = Story.told().customerWrites().after("30m").status(Status.NO_REPLY_NEEDED);

        assertThat(books(PROMISED, story, MUCH_LATER).facts(Sla.class)).isEmpty();
    }

    @Test
    void closing_once_more_after_the_due_instant_breaches_nothing() {
        // no reply needed at 10:30, due would have been 11:00; tidied up the next day
        Story tidied = Story.told()
                .customerWrites()
                .after("30m")
                .status(Status.NO_REPLY_NEEDED)
                .after("1d")
                .resolvedBy("ana");
        Story saidTwice = Story.told()
                .customerWrites()
                .after("30m")
                .status(Status.NO_REPLY_NEEDED)
                .after("1d")
                .status(Status.NO_REPLY_NEEDED);

        assertThat(targets(books(PROMISED, tidied, MUCH_LATER), Target.FIRST_RESPONSE))
                .isEmpty();
        assertThat(targets(books(PROMISED, saidTwice, MUCH_LATER), Target.FIRST_RESPONSE))
                .isEmpty();
    }

    @Test
    void resolved_before_it_was_due_a_next_reply_is_not_missed_any_more() {
        assertThat(targets(books(PROMISED, askedAgainAndResolvedAfter("1h59m"), MUCH_LATER), Target.NEXT_REPLY))
                .isEmpty();
        assertThat(targets(books(PROMISED, askedAgainAndResolvedAfter("2h"), MUCH_LATER), Target.NEXT_REPLY))
                .isEmpty();
    }

    @Test
    void resolved_after_it_was_due_a_next_reply_stays_missed() {
        assertThat(targets(books(PROMISED, askedAgainAndResolvedAfter("2h1s"), MUCH_LATER), Target.NEXT_REPLY))
                .singleElement()
                .satisfies(sla -> {
                    assertThat(sla.outcome()).isEqualTo(Outcome.BREACHED);
                    assertThat(sla.dueAt()).isEqualTo(at("2026-03-04T12:10:00Z"));
                    assertThat(sla.fields()).doesNotContainKeys("ended_at", "slack_seconds");
                });
    }

    @Test
    void a_customer_who_comes_back_without_ever_having_been_answered_is_owed_the_first_response_again() {
        // measured from the first message by default: due at 11:00 on the 4th, so it is missed as soon as it runs again
        Story story = Story.told()
                .customerWrites()
                .after("30m")
                .resolvedBy("ana")
                .after("1d")
                .customerWrites();

        assertThat(targets(books(PROMISED, story), Target.FIRST_RESPONSE).get(0).outcome())
                .isEqualTo(Outcome.BREACHED);
        assertThat(targets(
                                books("policies: {first_response_anchor: last_handoff_or_reopen}\n" + PROMISED, story),
                                Target.FIRST_RESPONSE)
                        .get(0))
                .satisfies(sla -> {
                    assertThat(sla.outcome()).isEqualTo(Outcome.RUNNING);
                    assertThat(sla.dueAt()).isEqualTo(at("2026-03-05T11:30:00Z"));
                });
    }

    @Test
    void a_courtesy_after_closing_may_still_keep_the_promise_but_not_break_it() {
        Story inTime = Story.told()
                .customerWrites()
                .after("30m")
                .resolvedBy("ana")
                .after("15m")
                .agentReplies("ana");
        Story tooLate = Story.told()
                .customerWrites()
                .after("30m")
                .resolvedBy("ana")
                .after("1d")
                .agentReplies("ana");

        assertThat(targets(books(PROMISED, inTime), Target.FIRST_RESPONSE))
                .extracting(Sla::outcome)
                .containsExactly(Outcome.MET);
        assertThat(targets(books(PROMISED, tooLate), Target.FIRST_RESPONSE)).isEmpty();
    }

    @Test
    void a_courtesy_after_a_breach_and_a_closing_is_the_late_answer_it_is() {
        Story story = Story.told()
                .customerWrites()
                .after("90m")
                .resolvedBy("ana")
                .after("30m")
                .agentReplies("ana");

        assertThat(targets(books(PROMISED, story), Target.FIRST_RESPONSE))
                .singleElement()
                .satisfies(sla -> {
                    assertThat(sla.outcome()).isEqualTo(Outcome.BREACHED);
                    assertThat(sla.fields()).containsEntry("slack_seconds", -3600L);
                });
    }

    @Test
    void a_resolution_that_comes_after_no_reply_needed_is_judged_when_it_comes() {
        Story inTime = Story.told()
                .customerWrites()
                .after("30m")
                .status(Status.NO_REPLY_NEEDED)
                .after("30m")
                .resolvedBy("ana");

        assertThat(targets(books(PROMISED, inTime, MUCH_LATER), Target.RESOLUTION))
                .extracting(Sla::outcome)
                .containsExactly(Outcome.MET);
    }

    private static Story askedAgainAndResolvedAfter(String duration) {
        return Story.told()
                .customerWrites()
                .after("5m")
                .agentReplies("ana")
                .after("5m")
                .customerWrites()
                .after(duration)
                .resolvedBy("ana");
    }
}
