package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.BERLIN_OFFICE;
import static io.replybeat.care.clock.Desk.DAY;
import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.books;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.care.story.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a conversation stands right now (DEFINITIONS §4). */
class ConversationDocumentTest {

    @Test
    void it_tells_who_waits_and_since_when() {
        Map<String, Object> document = books(Story.of("acme", "c|7%")
                        .in("de")
                        .customerWrites()
                        .after("5m")
                        .customerWrites())
                .document();

        assertThat(document)
                .containsEntry("id", "acme|c%7C7%25")
                .containsEntry("brand", "acme")
                .containsEntry("network", "x")
                .containsEntry("conversation_id", "c|7%")
                .containsEntry("status", "open")
                .containsEntry("open_wait_since", "2026-03-04T10:00:00Z")
                .containsEntry("waiting_messages", 2)
                .containsEntry("language", "de")
                .containsEntry("last_event_at", "2026-03-04T10:05:00Z");
        assertThat(document.keySet().iterator().next()).isEqualTo("id");
    }

    @Test
    void nobody_waits_after_an_answer() {
        assertThat(books(Story.told().customerWrites().after("5m").agentReplies("ana"))
                        .document())
                .doesNotContainKey("open_wait_since")
                .containsEntry("waiting_messages", 0)
                .containsEntry("agent_id", "ana");
    }

    @Test
    void the_first_message_may_come_after_the_start() {
        assertThat(books(Story.told()
                                .assigned("ana", "tech")
                                .after("1m")
                                .agentNotes("ana")
                                .after("1m")
                                .customerWrites())
                        .document())
                .containsEntry("started_at", "2026-03-04T10:00:00Z")
                .containsEntry("first_message_at", "2026-03-04T10:02:00Z");
    }

    @Test
    void it_counts_messages_by_kind() {
        Map<String, Object> document = books(Story.told()
                        .customerWrites()
                        .automationWrites()
                        .after("1s")
                        .botReplies()
                        .customerWrites()
                        .after("1s")
                        .botHandsOff()
                        .agentNotes("ana")
                        .agentReplies("ana")
                        .agentReplies("ben"))
                .document();

        assertThat(document).containsEntry("handoffs", 1);
        assertThat(document.get("counts"))
                .isEqualTo(Map.of(
                        "customer_messages", 2,
                        "agent_replies", 2,
                        "bot_replies", 1,
                        "automation_messages", 1,
                        "internal_notes", 1));
    }

    @Test
    void it_keeps_the_first_response_and_the_first_and_last_resolution() {
        Map<String, Object> document = books(Story.told()
                        .customerWrites()
                        .after("10m")
                        .agentReplies("ana")
                        .after("50m")
                        .resolvedBy("ana")
                        .after("1d")
                        .customerWrites()
                        .after("30m")
                        .agentReplies("ana")
                        .resolvedBy("ana"))
                .document();

        assertThat(document.get("first_response"))
                .isEqualTo(reached("2026-03-04T10:10:00Z", 10 * MINUTE, 10 * MINUTE, 10 * MINUTE));
        assertThat(document.get("first_resolution")).isEqualTo(reached("2026-03-04T11:00:00Z", HOUR, HOUR, HOUR));
        // 24 h resolved in between are not active
        assertThat(document.get("last_resolution"))
                .isEqualTo(reached("2026-03-05T11:30:00Z", DAY + 90 * MINUTE, DAY + 90 * MINUTE, 90 * MINUTE));
        assertThat(document).containsEntry("stayed_resolved", false).containsEntry("reopen_count", 1);
    }

    @Test
    void it_stayed_resolved_until_it_is_reopened() {
        Story resolved =
                Story.told().customerWrites().after("1m").agentReplies("ana").resolvedBy("ana");

        assertThat(books(Story.told().customerWrites()).document()).doesNotContainKey("stayed_resolved");
        assertThat(books(resolved).document()).containsEntry("stayed_resolved", true);
        assertThat(books(resolved.after("1d").customerWrites()).document())
                .containsEntry("stayed_resolved", false)
                .containsEntry("status", "open");
    }

    @Test
    void it_tells_what_is_due() {
        // Berlin, Wed 17:30 local: an hour of business time is over on Thu at 09:30, eight hours at 16:30
        Map<String, Object> document = books(
                        BERLIN_OFFICE + "sla: [{clock: business, first_response: 1h, next_reply: 1h, resolution: 8h}]",
                        Story.told().at("2026-03-04T16:30:00Z").customerWrites(),
                        "2026-03-05T08:30:00Z")
                .document();

        assertThat(document.get("sla"))
                .isEqualTo(Map.of(
                        "first_response", Map.of("due_at", "2026-03-05T08:30:00Z", "outcome", "breached"),
                        "resolution", Map.of("due_at", "2026-03-05T15:30:00Z", "outcome", "running")));
    }

    @Test
    void the_last_sentiment_is_the_customers() {
        Story story = Story.told()
                .happens(felt(Direction.INBOUND, Author.Kind.CUSTOMER, new Sentiment(Sentiment.Label.NEGATIVE, -0.8)))
                .after("1m")
                .happens(felt(Direction.OUTBOUND, Author.Kind.AGENT, new Sentiment(Sentiment.Label.POSITIVE, 0.9)))
                .after("1m")
                .customerWrites();

        assertThat(books(story).document().get("last_customer_sentiment"))
                .isEqualTo(Map.of("label", "negative", "score", -0.8));
    }

    @Test
    void every_status_shows() {
        for (Status status : Status.values()) {
            assertThat(books(Story.told().customerWrites().after("1m").status(status))
                            .document())
                    .containsEntry("status", status.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void a_topic_that_is_taken_away_is_gone_unless_another_had_taken_its_place() {
        Payload refundRemoved = new Payload.Tagging(List.of(), List.of("topic:refund"), 0, null);

        assertThat(books(Story.told().topic("refund").happens(refundRemoved)).document())
                .doesNotContainKey("topic");
        assertThat(books(Story.told().topic("refund").topic("outage").happens(refundRemoved))
                        .document())
                .containsEntry("topic", "outage");
    }

    private static Payload felt(Direction direction, Author.Kind kind, Sentiment sentiment) {
        return new Payload.Message(
                direction,
                Visibility.PUBLIC,
                new Author("somebody", kind),
                null,
                false,
                null,
                null,
                null,
                List.of(),
                sentiment);
    }

    private static Map<String, Object> reached(String at, long seconds, long business, long active) {
        return Map.of("at", at, "seconds", seconds, "business_seconds", business, "active_business_seconds", active);
    }
}
