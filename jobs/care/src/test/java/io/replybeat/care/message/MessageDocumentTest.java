package io.replybeat.care.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Reach;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Understood;
import io.replybeat.care.event.Payload.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageDocumentTest {

    private static final long TEN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final Said COMPLAINT = new Said(
            "You charged me twice",
            "e0",
            new Said.Profile(
                    "@mia",
                    12_000L,
                    40L,
                    false,
                    true,
                    null,
                    Instant.parse("2019-05-01T00:00:00Z").toEpochMilli()));

    @Test
    void it_holds_what_was_written_by_whom_and_what_was_understood() {
        Event given = event(0, Event.UNKNOWN, Author.Kind.CUSTOMER);

        assertThat(document(given, COMPLAINT, Privacy.NONE).fields())
                .containsEntry("id", "acme|c1|e1")
                .containsEntry("occurred_at", "2026-03-04T10:00:00Z")
                .containsEntry("text", "You charged me twice")
                .containsEntry("language", "en")
                .containsEntry("language_by", "model")
                .containsEntry("in_reply_to", "e0")
                .containsEntry("sentiment", Map.of("label", "negative", "score", -0.5, "by", "model"))
                .containsEntry("topics", List.of("billing"))
                .containsEntry("sub_topics", List.of("billing/double_charge"))
                .containsEntry("tier", 3)
                .containsEntry("must_not_wait", false)
                .containsEntry(
                        "author",
                        Map.of(
                                "id", "u1",
                                "kind", "customer",
                                "handle", "@mia",
                                "followers", 12_000L,
                                "following", 40L,
                                "verified", false,
                                "has_avatar", true,
                                "account_created_at", "2019-05-01T00:00:00Z",
                                "weight", "influencer"));
    }

    @Test
    void a_customers_id_and_handle_can_be_hashed_and_the_words_left_out() {
        Map<String, Object> fields = document(
                        event(0, Event.UNKNOWN, Author.Kind.CUSTOMER), COMPLAINT, Privacy.of("key", false))
                .fields();

        assertThat(fields).doesNotContainKey("text").containsEntry("language", "en");
        assertThat(fields.toString()).doesNotContain("u1").doesNotContain("mia").doesNotContain("charged");
    }

    @Test
    void the_brands_own_people_keep_their_ids() {
        Map<String, Object> fields = document(
                        event(0, Event.UNKNOWN, Author.Kind.AGENT), COMPLAINT, Privacy.of("key", true))
                .fields();

        assertThat((Map<?, ?>) fields.get("author")).extracting("id").isEqualTo("u1");
    }

    @Test
    void the_higher_revision_stands_over_the_lower_whenever_each_was_seen() {
        assertThat(precedence(1, TEN, COMPLAINT)).isGreaterThan(precedence(0, TEN - 86_400_000, COMPLAINT));
        assertThat(precedence(40_001, TEN, COMPLAINT)).isGreaterThan(precedence(40_000, TEN - 86_400_000, COMPLAINT));
        assertThat(precedence(Integer.MAX_VALUE, TEN, COMPLAINT))
                .isGreaterThan(precedence(Integer.MAX_VALUE - 1, TEN - 86_400_000, COMPLAINT))
                .isPositive();
    }

    @Test
    void of_one_revision_the_one_seen_first_stands_and_one_nobody_saw_stands_last() {
        assertThat(precedence(1, TEN, COMPLAINT)).isGreaterThan(precedence(1, TEN + 60_000, COMPLAINT));
        assertThat(precedence(1, TEN, COMPLAINT)).isGreaterThan(precedence(1, Event.UNKNOWN, COMPLAINT));
    }

    @Test
    void copies_that_differ_without_saying_so_are_told_apart_and_equal_ones_are_not() {
        Said edited = new Said("You charged me thrice", "e0", COMPLAINT.author());

        assertThat(precedence(0, TEN, edited)).isNotEqualTo(precedence(0, TEN, COMPLAINT));
        assertThat(precedence(0, TEN, COMPLAINT))
                .isEqualTo(precedence(0, TEN, COMPLAINT))
                .isEqualTo(3_463_899_116L);
    }

    private static long precedence(int revision, long ingestedAt, Said said) {
        return document(event(revision, ingestedAt, Author.Kind.CUSTOMER), said, Privacy.NONE)
                .precedence();
    }

    private static MessageDocument document(Event given, Said said, Privacy privacy) {
        Message message = (Message) given.payload();
        Event enriched = given.with(message.with(
                message.tags(),
                "en",
                new Sentiment(Sentiment.Label.NEGATIVE, -0.5),
                new Understood(
                        List.of("billing"),
                        "billing",
                        List.of("billing/double_charge"),
                        3,
                        false,
                        new Reach(AuthorWeight.INFLUENCER, 20_000),
                        4711)));
        return new MessageDocument(given, enriched, said, privacy);
    }

    private static Event event(int revision, long ingestedAt, Author.Kind kind) {
        Message message = new Message(
                Direction.INBOUND,
                Visibility.PUBLIC,
                new Author("u1", kind),
                null,
                false,
                null,
                null,
                null,
                List.of("vip"),
                null);
        return new Event("e1", revision, "acme", "c1", "x", TEN, ingestedAt, 0, message);
    }
}
