package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.targets;
import static io.replybeat.care.clock.Desk.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Fact.Sla;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Met, breached, running, or no longer of any concern (DEFINITIONS §4). Asked at 10:00; promised are 1 h, 2 h and 8 h. */
class SlaOutcomeTest {

    private static final String PROMISED = "sla: [{first_response: 1h, next_reply: 2h, resolution: 8h}]";

    @Test
    void an_answer_at_the_due_instant_is_in_time() {
        Sla sla = firstResponse(Story.told().customerWrites().after("1h").agentReplies("ana"));

        assertThat(sla.outcome()).isEqualTo(Outcome.MET);
        assertThat(sla.durations()).isEqualTo(took(HOUR));
        assertThat(sla.fields()).containsEntry("slack_seconds", 0L);
    }

    @Test
    void an_answer_a_moment_later_is_a_breach() {
        Sla sla = firstResponse(Story.told().customerWrites().after("1h0.001s").agentReplies("ana"));

        assertThat(sla.outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(sla.fields()).containsEntry("slack_seconds", -1L);
    }

    @Test
    void the_slack_says_how_much_time_was_left_or_missing() {
        assertThat(firstResponse(Story.told().customerWrites().after("20m").agentReplies("ana"))
                        .fields())
                .containsEntry("slack_seconds", 40 * MINUTE)
                .containsEntry("outcome", "met")
                .containsEntry("due_at", "2026-03-04T11:00:00Z");
        assertThat(firstResponse(Story.told().customerWrites().after("3h").agentReplies("ana"))
                        .fields())
                .containsEntry("slack_seconds", -2 * HOUR)
                .containsEntry("outcome", "breached");
    }

    @Test
    void a_target_runs_until_it_is_due_and_is_breached_from_then_on() {
        Story asked = Story.told().customerWrites();

        assertThat(targets(books(PROMISED, asked, "2026-03-04T10:59:59.999Z"), Target.FIRST_RESPONSE)
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.RUNNING);
        Sla breached = targets(books(PROMISED, asked, "2026-03-04T11:00:00Z"), Target.FIRST_RESPONSE)
                .get(0);
        assertThat(breached.outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(breached.fields()).doesNotContainKeys("ended_at", "seconds", "slack_seconds");
    }

    @Test
    void a_bot_does_not_keep_the_promise_of_a_first_response() {
        Ledger books = books(PROMISED, Story.told().customerWrites().after("1s").botReplies(), "2026-03-04T11:00:00Z");

        assertThat(targets(books, Target.FIRST_RESPONSE).get(0).outcome()).isEqualTo(Outcome.BREACHED);
    }

    @Test
    void the_next_reply_is_promised_only_after_the_first_response() {
        Story asked = Story.told().customerWrites();
        Story askedAgain = Story.told()
                .customerWrites()
                .after("30m")
                .agentReplies("ana")
                .after("30m")
                .customerWrites();

        assertThat(targets(books(PROMISED, asked), Target.NEXT_REPLY)).isEmpty();
        assertThat(targets(books(PROMISED, askedAgain), Target.NEXT_REPLY))
                .extracting(Sla::startedAt, Sla::dueAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(at("2026-03-04T11:00:00Z"), at("2026-03-04T13:00:00Z")));
    }

    @Test
    void every_later_wait_has_a_next_reply_of_its_own() {
        // answered after 1 h and after 3 h; the first answer of all belongs to the first response
        List<Sla> replies = targets(
                books(
                        PROMISED,
                        Story.told()
                                .customerWrites()
                                .after("1m")
                                .agentReplies("ana")
                                .after("1m")
                                .customerWrites()
                                .after("1h")
                                .agentReplies("ana")
                                .after("1m")
                                .customerWrites()
                                .after("3h")
                                .agentReplies("ana")),
                Target.NEXT_REPLY);

        assertThat(replies).extracting(Sla::outcome).containsExactly(Outcome.MET, Outcome.BREACHED);
    }

    @Test
    void the_next_reply_is_due_from_the_oldest_unanswered_message_or_by_the_switch_from_the_newest() {
        // waits from 10:10 and 11:00
        Story story = Story.told()
                .customerWrites()
                .agentReplies("ana")
                .after("10m")
                .customerWrites()
                .after("50m")
                .customerWrites();

        assertThat(targets(books(PROMISED, story), Target.NEXT_REPLY).get(0).dueAt())
                .isEqualTo(at("2026-03-04T12:10:00Z"));
        assertThat(targets(books("policies: {wait_starts_at: newest}\n" + PROMISED, story), Target.NEXT_REPLY)
                        .get(0)
                        .dueAt())
                .isEqualTo(at("2026-03-04T13:00:00Z"));
    }

    @Test
    void each_cycle_has_a_resolution_target_from_its_own_start() {
        // cycle 1: 10:00 → 19:00, 9 h, breached by one; reopened the next day at 19:00, resolved after 1 h
        List<Sla> resolutions = targets(
                books(
                        PROMISED,
                        Story.told()
                                .customerWrites()
                                .agentReplies("ana")
                                .after("9h")
                                .resolvedBy("ana")
                                .after("1d")
                                .customerWrites()
                                .after("1h")
                                .agentReplies("ana")
                                .resolvedBy("ana")),
                Target.RESOLUTION);

        assertThat(resolutions).extracting(Sla::outcome).containsExactly(Outcome.BREACHED, Outcome.MET);
        assertThat(resolutions)
                .extracting(Sla::startedAt)
                .containsExactly(at("2026-03-04T10:00:00Z"), at("2026-03-05T19:00:00Z"));
        assertThat(resolutions)
                .extracting(sla -> sla.fields().get("slack_seconds"))
                .containsExactly(-HOUR, 7 * HOUR);
    }

    @Test
    void between_two_cycles_no_resolution_is_due() {
        Ledger books = books(
                PROMISED,
                Story.told().customerWrites().agentReplies("ana").after("1h").resolvedBy("ana"),
                "2026-03-10T10:00:00Z");

        assertThat(targets(books, Target.RESOLUTION)).extracting(Sla::outcome).containsExactly(Outcome.MET);
    }

    @Test
    void a_brand_that_wrote_first_owes_no_first_response_until_the_customer_writes() {
        assertThat(targets(books(PROMISED, Story.told().agentReplies("ana")), Target.FIRST_RESPONSE))
                .isEmpty();
        assertThat(firstResponse(Story.told().agentReplies("ana").after("1h").customerWrites())
                        .dueAt())
                .isEqualTo(at("2026-03-04T12:00:00Z"));
    }

    @Test
    void pending_does_not_close_anything_on_the_calendar_clock() {
        Ledger books = books(
                PROMISED, Story.told().customerWrites().after("1m").status(Status.PENDING), "2026-03-04T11:00:00Z");

        assertThat(targets(books, Target.FIRST_RESPONSE).get(0).outcome()).isEqualTo(Outcome.BREACHED);
    }

    private static Sla firstResponse(Story story) {
        return targets(books(PROMISED, story), Target.FIRST_RESPONSE).get(0);
    }
}
