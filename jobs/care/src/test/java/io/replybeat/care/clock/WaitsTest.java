package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.DEFAULTS;
import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static io.replybeat.care.clock.Desk.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload.Author.Kind;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.care.fact.Entry.WaitReceived.Outcome;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What opens a wait and what ends it (DEFINITIONS §3). Stories begin at 10:00 unless they say otherwise. */
class WaitsTest {

    private static final String NEWEST = "policies: {wait_starts_at: newest}";

    @Test
    void a_wait_lasts_from_the_question_to_the_answer() {
        Reply reply = books(Story.told().customerWrites().after("7m30s").agentReplies("ana"))
                .only(Reply.class);

        assertThat(reply.startedAt()).isEqualTo(at("2026-03-04T10:00:00Z"));
        assertThat(reply.endedAt()).isEqualTo(at("2026-03-04T10:07:30Z"));
        assertThat(reply.durations()).isEqualTo(took(7 * MINUTE + 30));
        assertThat(reply.ordinal()).isEqualTo(1);
        assertThat(reply.customerMessages()).isEqualTo(1);
    }

    @Test
    void the_customer_waits_since_the_oldest_unanswered_message() {
        // 10:00, 10:20 and 10:50 wait; the answer at 11:00 comes 60 minutes after the first
        Reply reply = books(threeQuestionsAndAnAnswer()).only(Reply.class);

        assertThat(reply.durations()).isEqualTo(took(HOUR));
        assertThat(reply.customerMessages()).isEqualTo(3);
    }

    @Test
    void by_the_switch_the_customer_waits_since_the_newest_unanswered_message() {
        // the same conversation: 11:00 − 10:50
        Reply reply = books(NEWEST, threeQuestionsAndAnAnswer()).only(Reply.class);

        assertThat(reply.durations()).isEqualTo(took(10 * MINUTE));
        assertThat(reply.startedAt()).isEqualTo(at("2026-03-04T10:50:00Z"));
        assertThat(reply.customerMessages()).isEqualTo(3);
    }

    @Test
    void a_wait_that_still_runs_is_received_when_it_began() {
        Story story = Story.told().customerWrites().after("20m").customerWrites();

        assertThat(waits(books(story))).singleElement().satisfies(wait -> {
            assertThat(wait.since()).isEqualTo(at("2026-03-04T10:00:00Z"));
            assertThat(wait.outcome()).isEqualTo(Outcome.WAITING);
        });
        assertThat(waits(books(NEWEST, story)).get(0).since()).isEqualTo(at("2026-03-04T10:20:00Z"));
        assertThat(books(story).facts(Reply.class)).isEmpty();
    }

    @Test
    void only_the_first_of_several_brand_messages_in_a_row_is_an_answer() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("5m")
                .agentReplies("ana")
                .after("1m")
                .agentReplies("ana")
                .after("3h")
                .agentReplies("ben"));

        assertThat(books.only(Reply.class).durations()).isEqualTo(took(5 * MINUTE));
        assertThat(books.only(Reply.class).attributes().agentId()).isEqualTo("ana");
    }

    @Test
    void every_question_after_an_answer_opens_a_wait_of_its_own() {
        // waits of 5, 15 and 2 minutes
        Ledger books = books(Story.told()
                .customerWrites()
                .after("5m")
                .agentReplies("ana")
                .after("10m")
                .customerWrites()
                .after("15m")
                .agentReplies("ben")
                .after("1h")
                .customerWrites()
                .after("2m")
                .agentReplies("ana"));

        List<Reply> replies = books.facts(Reply.class);
        assertThat(replies).extracting(reply -> reply.durations().seconds()).containsExactly(300L, 900L, 120L);
        assertThat(replies).extracting(Reply::ordinal).containsExactly(1, 2, 3);
        assertThat(replies).extracting(Reply::isFirstResponse).containsExactly(true, false, false);
        assertThat(waits(books))
                .extracting(wait -> wait.outcome())
                .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED, Outcome.ANSWERED);
    }

    @Test
    void an_internal_note_answers_nobody() {
        Reply reply = books(Story.told()
                        .customerWrites()
                        .after("3m")
                        .agentNotes("ben")
                        .after("7m")
                        .agentReplies("ana"))
                .only(Reply.class);

        assertThat(reply.durations()).isEqualTo(took(10 * MINUTE));
        assertThat(reply.attributes().agentId()).isEqualTo("ana");
    }

    @Test
    void automation_answers_nobody() {
        Reply reply = books(Story.told()
                        .customerWrites()
                        .after("1s")
                        .automationWrites()
                        .after("59s")
                        .agentReplies("ana"))
                .only(Reply.class);

        assertThat(reply.durations()).isEqualTo(took(MINUTE));
        assertThat(books(Story.told().customerWrites().after("1s").automationWrites())
                        .facts(Reply.class))
                .isEmpty();
    }

    @Test
    void a_public_question_may_be_answered_in_direct_messages_and_the_other_way_round() {
        Ledger publicThenDirect = books(Story.told()
                .customerWrites()
                .after("4m")
                .says(Direction.OUTBOUND, Visibility.DIRECT, "ana", Kind.AGENT));
        Ledger directThenPublic = books(Story.told()
                .says(Direction.INBOUND, Visibility.DIRECT, "u1", Kind.CUSTOMER)
                .after("4m")
                .agentReplies("ana"));

        assertThat(publicThenDirect.only(Reply.class).durations()).isEqualTo(took(4 * MINUTE));
        assertThat(directThenPublic.only(Reply.class).durations()).isEqualTo(took(4 * MINUTE));
    }

    @Test
    void an_internal_message_under_a_customers_name_opens_no_wait() {
        Ledger books = books(Story.told()
                .says(Direction.INBOUND, Visibility.INTERNAL, "u1", Kind.CUSTOMER)
                .after("1h")
                .agentReplies("ana"));

        assertThat(books.facts(Reply.class)).isEmpty();
        assertThat(waits(books)).isEmpty();
    }

    @Test
    void an_answer_in_the_same_millisecond_takes_no_time_when_it_comes_after_the_question() {
        assertThat(books(DEFAULTS, Story.told().customerWrites().agentReplies("ana"))
                        .only(Reply.class)
                        .durations())
                .isEqualTo(took(0));
    }

    @Test
    void durations_are_whole_seconds_rounded_down() {
        assertThat(books(Story.told().customerWrites().after("59.999s").agentReplies("ana"))
                        .only(Reply.class)
                        .durations())
                .isEqualTo(took(59));
    }

    private static Story threeQuestionsAndAnAnswer() {
        return Story.told()
                .customerWrites()
                .after("20m")
                .customerWrites()
                .after("30m")
                .customerWrites()
                .after("10m")
                .agentReplies("ana");
    }
}
