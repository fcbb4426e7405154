package io.replybeat.stream.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.replybeat.schema.Actor;
import io.replybeat.schema.Assignment;
import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.BotHandoff;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Sentiment;
import io.replybeat.schema.SentimentLabel;
import io.replybeat.schema.Status;
import io.replybeat.schema.StatusChange;
import io.replybeat.schema.Tagging;
import io.replybeat.schema.Visibility;
import java.io.IOException;
import java.time.Instant;

/**
 * Reads a care event from a JSON object, the payload's fields beside the envelope's (DEFINITIONS §1).
 *
 * <p>What the type of event does not have is ignored, whatever it holds; so is what nobody knows. {@link CareEventJsonWriter}
 * is the way back.
 */
final class CareEventJson {

    private static final ObjectReader TREES = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Visibility[] VISIBILITIES = Visibility.values();
    private static final AuthorKind[] AUTHOR_KINDS = AuthorKind.values();
    private static final Status[] STATUSES = Status.values();
    private static final SentimentLabel[] LABELS = SentimentLabel.values();

    CareEvent read(byte[] line) throws Refusal {
        JsonFields fields = new JsonFields(tree(line), "");
        Instant occurredAt = fields.time("occurred_at");
        if (occurredAt == null) {
            throw Refusal.missing("occurred_at");
        }
        return new CareEvent(
                fields.text("event_id"),
                or(fields.smallNumber("revision"), 0),
                fields.text("brand"),
                fields.text("conversation_id"),
                fields.text("network"),
                occurredAt,
                fields.time("ingested_at"),
                or(fields.number("sequence"), 0L),
                payload(fields));
    }

    private static JsonNode tree(byte[] line) throws Refusal {
        JsonNode tree;
        try {
            tree = TREES.readTree(line);
        } catch (JsonProcessingException e) {
            throw notJson(e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            throw notJson(String.valueOf(e.getMessage()));
        }
        if (!tree.isObject()) {
            throw new Refusal(Reason.UNDECODABLE, null, "not a JSON object; send one object a line");
        }
        return tree;
    }

    /** @param why the parser's words, which name what it came upon */
    private static Refusal notJson(String why) {
        return new Refusal(Reason.UNDECODABLE, null, "not JSON: " + Quote.of(why) + "; send one object a line");
    }

    private static Object payload(JsonFields fields) throws Refusal {
        String type = fields.text("type");
        if (type == null || type.isBlank()) {
            throw NestedPayload.missingType(fields.node());
        }
        NestedPayload.refuse(type, fields.node());
        return switch (type) {
            case "message" -> message(fields);
            case "status" ->
                new StatusChange(
                        fields.word("status", STATUSES), actor(fields.object("actor")), fields.text("team_id"));
            case "assignment" -> new Assignment(fields.text("agent_id"), fields.text("team_id"));
            case "tagging" ->
                new Tagging(
                        fields.texts("added"),
                        fields.texts("removed"),
                        fields.smallNumber("tier"),
                        fields.text("priority"));
            case "bot_handoff" -> new BotHandoff();
            default ->
                throw new Refusal(
                        Reason.UNKNOWN_TYPE,
                        "type",
                        "there is no event of type " + Quote.of(type)
                                + "; send message, status, assignment, tagging or bot_handoff");
        };
    }

    private static Message message(JsonFields fields) throws Refusal {
        return new Message(
                fields.word("direction", DIRECTIONS),
                fields.word("visibility", VISIBILITIES),
                author(fields.object("author")),
                or(fields.text("text"), ""),
                fields.text("language"),
                fields.text("in_reply_to"),
                or(fields.flag("is_repost"), false),
                fields.text("team_id"),
                fields.text("saved_reply_id"),
                fields.text("quick_reply_id"),
                fields.texts("tags"),
                sentiment(fields.object("sentiment")));
    }

    private static Author author(JsonFields fields) throws Refusal {
        return fields == null
                ? null
                : new Author(
                        fields.text("id"),
                        fields.word("kind", AUTHOR_KINDS),
                        fields.text("handle"),
                        fields.number("followers"),
                        fields.number("following"),
                        fields.flag("verified"),
                        fields.flag("has_avatar"),
                        fields.flag("industry_player"),
                        fields.time("account_created_at"));
    }

    private static Actor actor(JsonFields fields) throws Refusal {
        return fields == null || fields.node().isEmpty()
                ? null
                : new Actor(fields.text("id"), fields.word("kind", AUTHOR_KINDS));
    }

    private static Sentiment sentiment(JsonFields fields) throws Refusal {
        return fields == null ? null : new Sentiment(fields.word("label", LABELS), fields.decimal("score"));
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
