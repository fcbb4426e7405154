package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.took;
import static io.replybeat.care.clock.Desk.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.clock.Timeline.Verdict;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.fact.Fact.FirstResponse;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Duplicates, late arrivals and corrected events (DEFINITIONS §1 and §2). Asked at 10:00, answered at 10:10. */
class CorrectionsTest {

    private final Ledger books = new Ledger(Brands.none());
    private final List<Event> events =
            Story.told().customerWrites().after("10m").agentReplies("ana").events();
    private final Event question = events.get(0);
    private final Event answer = events.get(1);

    @Test
    void a_second_arrival_changes_nothing() {
        arrive(question, answer);
        long steps = books.steps;

        assertThat(arrive(question)).isEqualTo(Verdict.DUPLICATE);
        assertThat(arrive(answer)).isEqualTo(Verdict.DUPLICATE);
        assertThat(books.steps).isEqualTo(steps);
    }

    @Test
    void a_late_event_corrects_what_was_told_before() {
        arrive(question, answer);
        // a bot had answered at 10:01: the human answer is a first response, but ends no wait
        Event bot = Story.of("acme", "late")
                .at("2026-03-04T10:01:00Z")
                .botReplies()
                .events()
                .get(0);

        assertThat(arrive(inside(bot))).isEqualTo(Verdict.APPLIED);
        assertThat(books.only(Reply.class).durations()).isEqualTo(took(MINUTE));
        assertThat(books.only(FirstResponse.class).durations()).isEqualTo(took(10 * MINUTE));
    }

    @Test
    void an_answer_that_arrives_before_its_question_waits_for_it() {
        arrive(answer);
        assertThat(books.facts(Reply.class)).isEmpty();

        arrive(question);
        assertThat(books.only(Reply.class).durations()).isEqualTo(took(10 * MINUTE));
    }

    @Test
    void a_higher_revision_replaces_what_it_corrects() {
        arrive(question, answer);

        assertThat(arrive(revised(answer, 1, answer.occurredAt(), by("ben", Author.Kind.AGENT))))
                .isEqualTo(Verdict.APPLIED);
        assertThat(books.only(Reply.class).attributes().agentId()).isEqualTo("ben");
    }

    @Test
    void a_lower_revision_that_arrives_later_is_an_old_hat() {
        arrive(question, revised(answer, 2, answer.occurredAt(), by("ben", Author.Kind.AGENT)));

        assertThat(arrive(answer)).isEqualTo(Verdict.DUPLICATE);
        assertThat(arrive(revised(answer, 1, answer.occurredAt(), by("cho", Author.Kind.AGENT))))
                .isEqualTo(Verdict.DUPLICATE);
        assertThat(books.only(Reply.class).attributes().agentId()).isEqualTo("ben");
    }

    @Test
    void a_correction_can_move_an_event_in_time() {
        arrive(question, answer);
        arrive(revised(answer, 1, at("2026-03-04T10:25:00Z"), answer.payload()));
        assertThat(books.only(Reply.class).durations()).isEqualTo(took(25 * MINUTE));

        // the question moves behind the answer: nobody was answered, somebody waits
        arrive(revised(question, 1, at("2026-03-04T10:30:00Z"), question.payload()));
        assertThat(books.facts(Reply.class)).isEmpty();
        assertThat(waits(books)).extracting(wait -> wait.since()).containsExactly(at("2026-03-04T10:30:00Z"));
        assertThat(books.document()).containsEntry("started_at", "2026-03-04T10:25:00Z");
    }

    @Test
    void a_correction_can_turn_an_answer_into_a_note() {
        arrive(question, answer);
        Payload.Message said = (Payload.Message) answer.payload();
        Payload note = new Payload.Message(
                said.direction(),
                Payload.Visibility.INTERNAL,
                said.author(),
                null,
                false,
                null,
                null,
                null,
                List.of(),
                null);
        arrive(revised(answer, 1, answer.occurredAt(), note));

        assertThat(books.facts(Reply.class)).isEmpty();
        assertThat(books.document()).containsEntry("open_wait_since", "2026-03-04T10:00:00Z");
    }

    @Test
    void a_correction_can_change_the_kind_of_event() {
        arrive(question, answer);
        arrive(revised(
                answer,
                1,
                answer.occurredAt(),
                new Payload.StatusChange(Payload.Status.RESOLVED, new Author("ana", Author.Kind.AGENT), null)));

        assertThat(books.facts(Reply.class)).isEmpty();
        assertThat(books.only(Resolution.class).durations()).isEqualTo(took(10 * MINUTE));
    }

    @Test
    void two_contents_under_one_id_and_revision_end_the_same_in_either_order() {
        Event other = revised(answer, 0, answer.occurredAt(), by("ben", Author.Kind.AGENT));
        Event earlier = revised(answer, 0, at("2026-03-04T10:05:00Z"), answer.payload());
        for (Event rival : List.of(other, earlier)) {
            Ledger one = Ledger.of(Brands.none(), List.of(question, answer, rival), at("2026-03-05T00:00:00Z"));
            Ledger two = Ledger.of(Brands.none(), List.of(rival, question, answer), at("2026-03-05T00:00:00Z"));

            assertThat(one.entries()).isEqualTo(two.entries());
            assertThat(one.facts(Reply.class)).hasSize(1);
        }
    }

    @Test
    void at_the_same_millisecond_the_sequence_decides_then_the_id() {
        Event before = new Event("z", 0, "acme", "c1", "x", question.occurredAt(), Event.UNKNOWN, -1, answer.payload());
        Event after = new Event("a", 0, "acme", "c1", "x", question.occurredAt(), Event.UNKNOWN, 1, answer.payload());

        arrive(before, question);
        assertThat(books.facts(Reply.class)).isEmpty();
        arrive(after);
        assertThat(books.only(Reply.class).durations()).isEqualTo(took(0));
    }

    private Verdict arrive(Event... arrivals) {
        Verdict last = null;
        for (Event arrival : arrivals) {
            last = books.accept(arrival, Long.MIN_VALUE);
        }
        return last;
    }

    private static Event inside(Event event) {
        return new Event(event.eventId(), 0, "acme", "c1", "x", event.occurredAt(), Event.UNKNOWN, 0, event.payload());
    }

    private static Event revised(Event event, int revision, long at, Payload payload) {
        return new Event(event.eventId(), revision, "acme", "c1", "x", at, Event.UNKNOWN, 0, payload);
    }

    private static Payload by(String author, Author.Kind kind) {
        return Story.told()
                .says(Payload.Direction.OUTBOUND, Payload.Visibility.PUBLIC, author, kind)
                .events()
                .get(0)
                .payload();
    }
}
