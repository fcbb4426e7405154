package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static io.replybeat.care.clock.Desk.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Entry.WaitReceived.Outcome;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.fact.Fact.Unanswered;
import io.replybeat.care.story.Story;
import org.junit.jupiter.api.Test;

/** What becomes of a customer who still waits when the conversation is closed (DEFINITIONS §3). */
class UnansweredTest {

    @Test
    void resolved_while_somebody_waits_ends_the_wait_unanswered() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("10m")
                .customerWrites()
                .after("20m")
                .resolvedBy("ana"));

        Unanswered unanswered = books.only(Unanswered.class);
        assertThat(unanswered.durations()).isEqualTo(took(30 * MINUTE));
        assertThat(unanswered.fields())
                .containsEntry("reason", "resolved")
                .containsEntry("customer_messages", 2)
                .containsEntry("agent_id", "ana");
        assertThat(waits(books).get(0).outcome()).isEqualTo(Outcome.UNANSWERED);
        assertThat(books.facts(Reply.class)).isEmpty();
        assertThat(books.only(Resolution.class).durations()).isEqualTo(took(30 * MINUTE));
    }

    @Test
    void no_reply_needed_is_kept_apart_and_resolves_nothing() {
        Ledger books = books(Story.told().customerWrites().after("30m").status(Status.NO_REPLY_NEEDED));

        assertThat(books.only(Unanswered.class).fields()).containsEntry("reason", "no_reply_needed");
        assertThat(waits(books).get(0).outcome()).isEqualTo(Outcome.NO_REPLY_NEEDED);
        assertThat(books.facts(Resolution.class)).isEmpty();
        assertThat(books.document()).containsEntry("status", "no_reply_needed");
    }

    @Test
    void after_no_reply_needed_the_conversation_can_still_be_resolved_once() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("30m")
                .status(Status.NO_REPLY_NEEDED)
                .after("30m")
                .resolvedBy("ana")
                .after("1m")
                .status(Status.NO_REPLY_NEEDED));

        assertThat(books.only(Resolution.class).durations()).isEqualTo(took(HOUR));
        assertThat(books.only(Unanswered.class).durations()).isEqualTo(took(30 * MINUTE));
        assertThat(books.document()).containsEntry("status", "resolved");
    }

    @Test
    void after_no_reply_needed_the_customers_next_message_waits_without_a_reopening() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("1m")
                .status(Status.NO_REPLY_NEEDED)
                .after("1h")
                .customerWrites()
                .after("5m")
                .agentReplies("ana"));

        assertThat(books.only(Reply.class).durations()).isEqualTo(took(5 * MINUTE));
        assertThat(books.document()).containsEntry("status", "open").containsEntry("reopen_count", 0);
    }

    @Test
    void no_reply_needed_while_nobody_waits_is_no_unanswered_wait() {
        assertThat(books(Story.told()
                                .customerWrites()
                                .after("1m")
                                .agentReplies("ana")
                                .status(Status.NO_REPLY_NEEDED))
                        .facts(Unanswered.class))
                .isEmpty();
    }
}
