package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.fact.Fact.BotPhase;
import io.replybeat.care.fact.Fact.By;
import io.replybeat.care.fact.Fact.FirstResponse;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bot may do: answer, hand off, resolve; never respond first (DEFINITIONS §3). */
class BotsTest {

    private static final String BOTS_END_NO_WAIT = "policies: {bot_reply_ends_wait: false}";

    @Test
    void a_bots_reply_ends_the_wait_as_answered_by_bot() {
        Ledger books = books(Story.told().customerWrites().after("2s").botReplies());

        Reply reply = books.only(Reply.class);
        assertThat(reply.answeredBy()).isEqualTo(By.BOT);
        assertThat(reply.durations()).isEqualTo(took(2));
        assertThat(reply.attributes().agentId()).isEqualTo("bot");
        assertThat(reply.isFirstResponse()).isFalse();
        assertThat(books.facts(FirstResponse.class)).isEmpty();
    }

    @Test
    void bot_and_human_answers_are_counted_through_and_kept_apart() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("2s")
                .botReplies()
                .after("58s")
                .customerWrites()
                .after("9m")
                .agentReplies("ana"));

        List<Reply> replies = books.facts(Reply.class);
        assertThat(replies).extracting(Reply::answeredBy).containsExactly(By.BOT, By.HUMAN);
        assertThat(replies).extracting(Reply::ordinal).containsExactly(1, 2);
        assertThat(replies.get(1).durations()).isEqualTo(took(9 * MINUTE));
        assertThat(replies.get(1).isFirstResponse()).isTrue();
        // the first response counts from the very first message: 1 + 9 minutes
        assertThat(books.only(FirstResponse.class).durations()).isEqualTo(took(10 * MINUTE));
    }

    @Test
    void by_the_switch_the_customer_waits_on_behind_the_bot() {
        Ledger books = books(
                BOTS_END_NO_WAIT,
                Story.told()
                        .customerWrites()
                        .after("2s")
                        .botReplies()
                        .after("58s")
                        .customerWrites()
                        .after("9m")
                        .agentReplies("ana"));

        Reply reply = books.only(Reply.class);
        assertThat(reply.answeredBy()).isEqualTo(By.HUMAN);
        assertThat(reply.durations()).isEqualTo(took(10 * MINUTE));
        assertThat(reply.customerMessages()).isEqualTo(2);
        assertThat(reply.isFirstResponse()).isTrue();
    }

    @Test
    void a_human_message_after_the_bots_answer_is_no_reply_time() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("5s")
                .botReplies()
                .after("14d")
                .agentReplies("ana"));

        assertThat(books.only(Reply.class).durations()).isEqualTo(took(5));
    }

    @Test
    void the_bot_phase_lasts_from_the_start_to_the_first_hand_off() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("1m")
                .botReplies()
                .after("4m")
                .botHandsOff()
                .after("1h")
                .botHandsOff());

        BotPhase phase = books.only(BotPhase.class);
        assertThat(phase.startedAt()).isEqualTo(at("2026-03-04T10:00:00Z"));
        assertThat(phase.endedAt()).isEqualTo(at("2026-03-04T10:05:00Z"));
        assertThat(phase.durations()).isEqualTo(took(5 * MINUTE));
    }

    @Test
    void a_conversation_that_begins_with_the_hand_off_had_no_bot_phase_to_speak_of() {
        assertThat(books(Story.told().botHandsOff().customerWrites())
                        .only(BotPhase.class)
                        .durations())
                .isEqualTo(took(0));
    }

    @Test
    void a_hand_off_ends_no_wait_and_opens_none() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("30m")
                .botHandsOff()
                .after("30m")
                .agentReplies("ana"));

        assertThat(books.only(Reply.class).durations()).isEqualTo(took(HOUR));
        assertThat(books(Story.told().botHandsOff()).facts(Reply.class)).isEmpty();
    }

    @Test
    void a_resolution_by_a_bot_or_by_automation_is_one_of_a_machine() {
        assertThat(books(Story.told().customerWrites().after("1m").botReplies().resolvedByBot())
                        .only(Resolution.class)
                        .resolvedBy())
                .isEqualTo(By.BOT);
        assertThat(books(Story.told()
                                .customerWrites()
                                .after("1m")
                                .agentReplies("ana")
                                .resolvedBy("ana"))
                        .only(Resolution.class)
                        .resolvedBy())
                .isEqualTo(By.HUMAN);
    }

    @Test
    void a_bot_that_writes_while_nobody_waits_answers_nothing() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("1m")
                .agentReplies("ana")
                .after("1m")
                .botReplies());

        assertThat(books.only(Reply.class).answeredBy()).isEqualTo(By.HUMAN);
    }
}
