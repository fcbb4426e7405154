package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.DAY;
import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static io.replybeat.care.clock.Desk.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Fact.Reopen;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.fact.Fact.Unanswered;
import io.replybeat.care.story.Story;
import org.junit.jupiter.api.Test;

/** What brings a resolved conversation back (DEFINITIONS §3). */
class ReopensTest {

    @Test
    void a_customer_who_writes_to_a_resolved_conversation_reopens_it_and_waits() {
        Ledger books = books(resolved().after("2d").customerWrites());

        Reopen reopen = books.only(Reopen.class);
        assertThat(reopen.startedAt()).isEqualTo(at("2026-03-04T11:00:00Z"));
        assertThat(reopen.endedAt()).isEqualTo(at("2026-03-06T11:00:00Z"));
        assertThat(reopen.fields()).containsEntry("gap_seconds", 2 * DAY).containsEntry("reopened_by", "customer");
        assertThat(books.document())
                .containsEntry("status", "open")
                .containsEntry("open_wait_since", "2026-03-06T11:00:00Z")
                .containsEntry("reopen_count", 1);
    }

    @Test
    void the_gap_is_no_active_time() {
        assertThat(books(resolved().after("2d").customerWrites())
                        .only(Reopen.class)
                        .durations())
                .isEqualTo(new Durations(2 * DAY, 2 * DAY, 0, true));
    }

    @Test
    void an_agent_who_opens_it_reopens_it_and_nobody_waits_yet() {
        Ledger books = books(resolved().after("1h").status(Status.OPEN));

        assertThat(books.only(Reopen.class).fields())
                .containsEntry("gap_seconds", HOUR)
                .containsEntry("reopened_by", "agent")
                .containsEntry("agent_id", "ana");
        assertThat(books.document()).doesNotContainKey("open_wait_since");
    }

    @Test
    void after_an_agents_reopening_the_wait_opens_with_the_next_customer_message() {
        Ledger books = books(resolved()
                .after("1h")
                .status(Status.OPEN)
                .after("1h")
                .customerWrites()
                .after("5m")
                .agentReplies("ana"));

        assertThat(books.facts(Reopen.class)).hasSize(1);
        assertThat(books.facts(Reply.class))
                .extracting(reply -> reply.durations())
                .contains(took(5 * MINUTE));
    }

    @Test
    void a_customer_can_reopen_by_setting_the_status() {
        assertThat(books(resolved().after("1h").status(Status.OPEN, new Author("u1", Author.Kind.CUSTOMER)))
                        .only(Reopen.class)
                        .byCustomer())
                .isTrue();
    }

    @Test
    void a_resolved_conversation_that_is_set_pending_is_reopened_and_paused() {
        Ledger books = books(resolved().after("1h").status(Status.PENDING));

        assertThat(books.facts(Reopen.class)).hasSize(1);
        assertThat(books.document()).containsEntry("status", "pending");
    }

    @Test
    void open_on_an_open_conversation_reopens_nothing() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("1h")
                .status(Status.OPEN)
                .after("1h")
                .agentReplies("ana"));

        assertThat(books.facts(Reopen.class)).isEmpty();
        assertThat(books.only(Reply.class).durations()).isEqualTo(took(2 * HOUR));
    }

    @Test
    void an_agents_message_or_a_note_on_a_resolved_conversation_leaves_it_resolved() {
        Ledger books = books(
                resolved().after("1h").agentReplies("ana").agentNotes("ben").automationWrites());

        assertThat(books.facts(Reopen.class)).isEmpty();
        assertThat(books.document()).containsEntry("status", "resolved").containsEntry("stayed_resolved", true);
    }

    @Test
    void every_reopening_is_a_fact_of_its_own_with_its_own_gap() {
        Ledger books = books(resolved()
                .after("1h")
                .customerWrites()
                .after("1m")
                .agentReplies("ana")
                .resolvedBy("ana")
                .after("3h")
                .customerWrites());

        assertThat(books.facts(Reopen.class))
                .extracting(reopen -> reopen.durations().seconds())
                .containsExactly(HOUR, 3 * HOUR);
        assertThat(books.facts(Resolution.class)).hasSize(2);
        assertThat(books.document()).containsEntry("reopen_count", 2);
    }

    @Test
    void a_wait_that_ended_unanswered_does_not_come_back_with_the_reopening() {
        // 10:00 question, 11:00 resolved without an answer; 12:00 the customer again, answered after 5 min
        Ledger books = books(Story.told()
                .customerWrites()
                .after("1h")
                .resolvedBy("ana")
                .after("1h")
                .customerWrites()
                .after("5m")
                .agentReplies("ana"));

        assertThat(books.only(Unanswered.class).durations()).isEqualTo(took(HOUR));
        assertThat(books.only(Reply.class).durations()).isEqualTo(took(5 * MINUTE));
        assertThat(books.only(Reply.class).customerMessages()).isEqualTo(1);
        assertThat(waits(books)).hasSize(2);
    }

    @Test
    void a_gap_begins_with_the_resolution_also_when_no_reply_was_needed_before() {
        // no reply needed at 10:10, resolved at 11:00, back at 12:00
        Ledger books = books(Story.told()
                .customerWrites()
                .after("10m")
                .status(Status.NO_REPLY_NEEDED)
                .after("50m")
                .resolvedBy("ana")
                .after("1h")
                .customerWrites());

        assertThat(books.only(Reopen.class).durations()).isEqualTo(new Durations(HOUR, HOUR, 0, true));
    }

    /** Asked at 10:00, answered at 10:30, resolved by ana at 11:00. */
    private static Story resolved() {
        return Story.told()
                .customerWrites()
                .after("30m")
                .agentReplies("ana")
                .after("30m")
                .resolvedBy("ana");
    }
}
