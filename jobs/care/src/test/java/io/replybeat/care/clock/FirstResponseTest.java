package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Fact.Anchor;
import io.replybeat.care.fact.Fact.FirstResponse;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.story.Story;
import org.junit.jupiter.api.Test;

/** Once a conversation: from the first customer message to the first human reply (DEFINITIONS §3). */
class FirstResponseTest {

    @Test
    void the_first_human_reply_is_the_first_response() {
        FirstResponse first = books(Story.told().customerWrites().after("12m").agentReplies("ana"))
                .only(FirstResponse.class);

        assertThat(first.startedAt()).isEqualTo(at("2026-03-04T10:00:00Z"));
        assertThat(first.durations()).isEqualTo(took(12 * MINUTE));
        assertThat(first.anchor()).isEqualTo(Anchor.FIRST_MESSAGE);
        assertThat(first.attributes().agentId()).isEqualTo("ana");
    }

    @Test
    void later_replies_and_later_cycles_bring_no_second_one() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("12m")
                .agentReplies("ana")
                .after("1h")
                .customerWrites()
                .after("1h")
                .agentReplies("ben")
                .resolvedBy("ben")
                .after("5d")
                .customerWrites()
                .after("10m")
                .agentReplies("cho"));

        assertThat(books.only(FirstResponse.class).durations()).isEqualTo(took(12 * MINUTE));
        assertThat(books.facts(Reply.class)).hasSize(3);
        assertThat(books.facts(Reply.class)).filteredOn(Reply::isFirstResponse).hasSize(1);
    }

    @Test
    void it_is_measured_from_the_first_message_even_where_waits_start_at_the_newest() {
        Ledger books = books(
                "policies: {wait_starts_at: newest}",
                Story.told()
                        .customerWrites()
                        .after("50m")
                        .customerWrites()
                        .after("10m")
                        .agentReplies("ana"));

        assertThat(books.only(FirstResponse.class).durations()).isEqualTo(took(HOUR));
        assertThat(books.only(Reply.class).durations()).isEqualTo(took(10 * MINUTE));
    }

    @Test
    void a_note_an_automatic_message_and_a_bot_are_no_first_response() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("1m")
                .automationWrites()
                .after("1m")
                .botReplies()
                .after("1m")
                .agentNotes("ben")
                .after("27m")
                .agentReplies("ana"));

        assertThat(books.only(FirstResponse.class).durations()).isEqualTo(took(30 * MINUTE));
    }

    @Test
    void after_a_bots_answer_the_human_reply_is_a_first_response_that_ends_no_wait() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("1m")
                .botReplies()
                .after("29m")
                .agentReplies("ana"));

        assertThat(books.only(FirstResponse.class).durations()).isEqualTo(took(30 * MINUTE));
        assertThat(books.only(Reply.class).durations()).isEqualTo(took(MINUTE));
        assertThat(books.only(Reply.class).isFirstResponse()).isFalse();
    }

    @Test
    void a_brand_that_writes_first_has_not_responded_to_anybody() {
        // campaign at 10:00, the customer's reaction at 11:00, the answer at 11:05
        Ledger books = books(Story.told()
                .agentReplies("ana")
                .after("1h")
                .customerWrites()
                .after("5m")
                .agentReplies("ben"));

        assertThat(books.only(FirstResponse.class).durations()).isEqualTo(took(5 * MINUTE));
        assertThat(books.only(FirstResponse.class).startedAt()).isEqualTo(at("2026-03-04T11:00:00Z"));
        assertThat(books.only(Reply.class).ordinal()).isEqualTo(1);
    }

    @Test
    void a_conversation_that_only_the_brand_wrote_in_has_none() {
        assertThat(books(Story.told().agentReplies("ana").after("1h").agentReplies("ana"))
                        .facts(FirstResponse.class))
                .isEmpty();
    }

    @Test
    void a_reply_to_a_conversation_that_was_closed_without_one_is_still_its_first_response() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("10m")
                .status(Status.RESOLVED)
                .after("20m")
                .agentReplies("ana"));

        assertThat(books.only(FirstResponse.class).durations())
                .isEqualTo(new Durations(30 * MINUTE, 30 * MINUTE, 10 * MINUTE, true));
        assertThat(books.facts(Reply.class)).isEmpty();
    }
}
