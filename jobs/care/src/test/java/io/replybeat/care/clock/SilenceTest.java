package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.messages;
import static io.replybeat.care.clock.Desk.targets;
import static io.replybeat.care.clock.Desk.took;
import static io.replybeat.care.clock.Desk.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.ConversationKey;
import io.replybeat.care.fact.Entry.ConversationOpened;
import io.replybeat.care.fact.Entry.WaitReceived.Outcome;
import io.replybeat.care.fact.Fact.FirstResponse;
import io.replybeat.care.fact.Fact.Reopen;
import io.replybeat.care.fact.Fact.Sla;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After a silence longer than the memory (90 days here) a conversation begins anew; nothing of it is counted twice. */
class SilenceTest {

    @Test
    void a_message_after_a_long_silence_begins_a_new_conversation() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("5m")
                .agentReplies("ana")
                .after("1m")
                .resolvedBy("ana")
                .after("91d")
                .customerWrites()
                .after("3m")
                .agentReplies("ben"));

        assertThat(books.facts(Reopen.class)).isEmpty();
        assertThat(books.facts(FirstResponse.class))
                .extracting(first -> first.durations())
                .containsExactly(took(5 * MINUTE), took(3 * MINUTE));
        assertThat(opened(books)).extracting(ConversationOpened::resolvedNow).containsExactly(true, false);
        assertThat(books.document()).containsEntry("started_at", "2026-06-03T10:06:00Z");
    }

    @Test
    void a_message_at_the_end_of_the_memory_still_goes_on_with_the_old_one() {
        Ledger books = books(Story.told()
                .customerWrites()
                .after("5m")
                .agentReplies("ana")
                .resolvedBy("ana")
                .after("90d")
                .customerWrites());

        assertThat(books.facts(Reopen.class)).hasSize(1);
        assertThat(opened(books)).hasSize(1);
    }

    @Test
    void who_waited_before_the_silence_waits_on_the_books_for_ever_but_apart() {
        Ledger books = books(
                "sla: [{first_response: 1h}]",
                Story.told()
                        .customerWrites()
                        .after("91d")
                        .customerWrites()
                        .after("3m")
                        .agentReplies("ben"));

        assertThat(waits(books)).extracting(wait -> wait.outcome()).containsExactly(Outcome.WAITING, Outcome.ANSWERED);
        assertThat(targets(books, Target.FIRST_RESPONSE))
                .extracting(Sla::outcome)
                .containsExactly(Sla.Outcome.BREACHED, Sla.Outcome.MET);
        assertThat(messages(books)).hasSize(3);
        assertThat(opened(books)).hasSize(2);
    }

    @Test
    void an_event_that_breaks_the_silence_afterwards_joins_the_two_again() {
        // day 0 and day 91 look like two conversations until the event of day 45 arrives
        Story story = Story.told()
                .customerWrites()
                .after("45d")
                .agentNotes("ana")
                .after("46d")
                .agentReplies("ben");
        Event first = story.events().get(0);
        Event middle = story.events().get(1);
        Event last = story.events().get(2);
        Ledger books = new Ledger(Brands.none());
        books.accept(first, Long.MIN_VALUE);
        books.accept(last, Long.MIN_VALUE);
        assertThat(opened(books)).hasSize(2);

        books.accept(middle, Long.MIN_VALUE);
        assertThat(opened(books)).hasSize(1);
        assertThat(waits(books).get(0).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void an_event_from_within_the_memory_may_be_as_late_as_any_other() {
        // happened on day 89, arrives on day 95 of 90 + 7: the conversation has not been forgotten yet
        Event question = Story.told().customerWrites().events().get(0);
        Conversation conversation = new CareClocks(Brands.none(), Ledger.REMEMBRANCE)
                .conversation(new ConversationKey(question.brand(), question.conversationId()));
        Timeline timeline = new Timeline();
        timeline.accept(question, conversation, null, Long.MIN_VALUE, (before, after) -> {});
        long last = question.occurredAt();
        timeline.settle(conversation, null, last + 7 * Ledger.DAY);

        assertThat(timeline.nextWakeUp(conversation)).isEqualTo(last + 97 * Ledger.DAY);
        assertThat(timeline.isForgotten(conversation, last + 97 * Ledger.DAY - 1))
                .isFalse();
        assertThat(timeline.isForgotten(conversation, last + 97 * Ledger.DAY)).isTrue();
    }

    @Test
    void a_timeline_wakes_when_something_is_due_and_when_it_settles() {
        Event question = Story.told().customerWrites().events().get(0);
        Conversation conversation = new CareClocks(
                        BrandExamples.brands("sla: [{first_response: 1h, resolution: 8h}]"), Ledger.REMEMBRANCE)
                .conversation(new ConversationKey(question.brand(), question.conversationId()));
        Timeline timeline = new Timeline();
        timeline.accept(question, conversation, null, Long.MIN_VALUE, (before, after) -> {});

        assertThat(timeline.nextWakeUp(conversation)).isEqualTo(at("2026-03-04T11:00:00Z"));
        timeline.advance(conversation, at("2026-03-04T11:00:00Z"), (before, after) -> {});
        assertThat(timeline.nextWakeUp(conversation)).isEqualTo(at("2026-03-04T18:00:00Z"));
        timeline.advance(conversation, at("2026-03-04T18:00:00Z"), (before, after) -> {});
        assertThat(timeline.nextWakeUp(conversation)).isEqualTo(at("2026-03-11T10:00:00Z"));
    }

    private static List<ConversationOpened> opened(Ledger books) {
        return books.entries().values().stream()
                .filter(ConversationOpened.class::isInstance)
                .map(ConversationOpened.class::cast)
                .sorted(java.util.Comparator.comparingLong(ConversationOpened::startedAt))
                .toList();
    }
}
