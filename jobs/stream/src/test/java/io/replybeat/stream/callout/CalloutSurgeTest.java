package io.replybeat.stream.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three weighty authors within ten minutes, the defaults. */
class CalloutSurgeTest {

    private static final long MINUTE = 60_000;
    private static final long TEN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final long NOON = TEN + 120 * MINUTE;

    private final List<Event> events = new ArrayList<>();

    @Test
    void three_authors_within_ten_minutes_to_the_millisecond_are_a_surge_that_ends_after_ten_quiet_minutes() {
        post("a", 0);
        post("b", 4);
        post("c", 10);

        assertThat(surges(NOON))
                .extracting(Alert::change, Alert::since, Alert::updatedAt, Alert::revision)
                .containsExactly(
                        tuple(Change.FIRED, TEN, TEN + 10 * MINUTE, 1),
                        tuple(Change.RESOLVED, TEN, TEN + 20 * MINUTE, 2));
    }

    @Test
    void a_millisecond_more_is_none() {
        post("a", 0);
        post("b", 4);
        events.add(Post.by("c", "c").at(TEN + 10 * MINUTE + 1).event());

        assertThat(surges(NOON)).isEmpty();
    }

    @Test
    void trolls_the_same_author_and_copies_of_one_text_count_for_nothing() {
        post("a", 0);
        post("b", 1);
        events.add(Post.by("a", "again").at(TEN + 2 * MINUTE).event());
        events.add(Post.by("t", "troll")
                .weighing(AuthorWeight.TROLL_LIKE, 3)
                .at(TEN + 3 * MINUTE)
                .event());
        events.add(
                Post.by("d", "copy").saying(wordsOf("b")).at(TEN + 4 * MINUTE).event());
        events.add(Post.by("e", "private")
                .seen(Visibility.DIRECT)
                .at(TEN + 5 * MINUTE)
                .event());
        events.add(Post.by("f", "happy").scored(0.9).at(TEN + 6 * MINUTE).event());

        assertThat(surges(NOON)).isEmpty();
    }

    @Test
    void it_ends_with_the_answer_to_the_last_of_them_and_a_bot_s_answer_is_none() {
        post("a", 0);
        post("b", 1);
        answer("a", 2, Author.Kind.AGENT);
        post("c", 3);
        answer("b", 4, Author.Kind.AGENT);
        answer("c", 5, Author.Kind.BOT);
        answer("c", 6, Author.Kind.AGENT);

        List<Alert> told = surges(NOON);

        Alert last = told.get(told.size() - 1);
        assertThat(last.change()).isEqualTo(Change.RESOLVED);
        assertThat(last.resolvedAt()).isEqualTo(TEN + 6 * MINUTE);
        assertThat(last.why()).contains("3 of them have an answer").contains("the brand has answered");
    }

    @Test
    void it_grows_instead_of_repeating() {
        for (int i = 0; i < 12; i++) {
            post("author" + i, i);
        }

        List<Alert> told = surges(TEN + 12 * MINUTE);

        assertThat(told).extracting(Alert::id).containsOnly("callout_surge|acme|brand|acme|2026-03-04T10:00:00Z");
        assertThat(told).extracting(Alert::revision).doesNotHaveDuplicates();
        assertThat(told.get(told.size() - 1).measure().value()).isEqualTo(12);
    }

    @Test
    void two_topics_that_reach_three_authors_each_are_two_surges_and_others_are_listed() {
        topic("a", 0, "billing");
        topic("b", 1, "delivery");
        topic("c", 2, "billing");
        topic("d", 3, "delivery");
        topic("e", 4, "billing");
        topic("f", 5, "app");
        topic("g", 6, "delivery");

        List<Alert> ended =
                surges(NOON).stream().filter(alert -> !alert.isFiring()).toList();

        assertThat(ended)
                .extracting(alert -> alert.subject().text(), alert -> alert.measure()
                        .value())
                .containsExactlyInAnyOrder(tuple("brand|acme", 4.0), tuple("topic|delivery", 3.0));
        assertThat(ended.stream()
                        .filter(alert -> alert.subject().text().equals("brand|acme"))
                        .findFirst()
                        .orElseThrow()
                        .evidence()
                        .causes())
                .extracting(cause -> cause.subject().name())
                .containsExactly("billing", "app");
    }

    @Test
    void what_is_due_after_the_end_of_the_input_does_not_end() {
        post("a", 0);
        post("b", 1);
        post("c", 2);

        assertThat(surges(TEN + 12 * MINUTE - 1)).extracting(Alert::change).containsExactly(Change.FIRED);
        assertThat(surges(TEN + 12 * MINUTE)).extracting(Alert::change).containsExactly(Change.FIRED, Change.RESOLVED);
    }

    /** Nothing comes after the third post, and event time goes no further than it: 3 s after it, by the default bound. */
    @Test
    void it_is_told_as_soon_as_event_time_passes_the_third_post_whatever_else_is_half_found() {
        events.add(Post.by("x", "x").saying(7).at(TEN - 4 * MINUTE).event());
        events.add(Post.by("a", "a").saying(7).at(TEN).event());
        events.add(Post.by("x", "x2").saying(8).at(TEN + MINUTE).event());
        events.add(Post.by("x", "x3").saying(9).at(TEN + 2 * MINUTE).event());
        post("c", 3);

        assertThat(surges(TEN + 3 * MINUTE))
                .extracting(Alert::change, Alert::firedAt)
                .containsExactly(tuple(Change.FIRED, TEN + 3 * MINUTE));
    }

    @Test
    void each_callout_begins_one_story_and_none_is_found_twice_or_held_back() {
        for (int i = 0; i < 6; i++) {
            post("author" + i, i);
        }

        assertThat(new CalloutRun().storiesUpTo(TEN + 5 * MINUTE, new CalloutSurge(), events))
                .containsExactly(
                        List.of("author0", "author1", "author2"),
                        List.of("author1", "author2", "author3"),
                        List.of("author2", "author3", "author4"),
                        List.of("author3", "author4", "author5"));
    }

    private void post(String author, int minute) {
        events.add(Post.by(author, author).at(TEN + minute * MINUTE).event());
    }

    private void topic(String author, int minute, String topic) {
        events.add(
                Post.by(author, author).about(topic).at(TEN + minute * MINUTE).event());
    }

    private void answer(String to, int minute, Author.Kind by) {
        events.add(
                Post.reply("acme", "of-" + to, "answer" + events.size(), TEN + minute * MINUTE, by, Visibility.PUBLIC));
    }

    private static long wordsOf(String eventId) {
        return (eventId + "'s words").hashCode() * 31L + 7;
    }

    private List<Alert> surges(long now) {
        return new CalloutRun()
                .overAllUpTo(now, events).stream()
                        .filter(alert -> alert.rule() == Rule.CALLOUT_SURGE)
                        .toList();
    }
}
