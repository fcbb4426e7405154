package io.replybeat.stream.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import io.replybeat.schema.Actor;
import io.replybeat.schema.Assignment;
import io.replybeat.schema.Author;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import io.replybeat.schema.Sentiment;
import io.replybeat.schema.StatusChange;
import io.replybeat.schema.Tagging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Writes a care event as one line of JSON Lines, the envelope first; what is absent or at its default is left out.
 *
 * <p>Confined to one thread.
 */
public final class CareEventJsonWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final BufferRecycler buffers = new BufferRecycler();
    private JsonGenerator out;

    /** @return one JSON object without the end of the line */
    public String write(CareEvent event) {
        try {
            SegmentedStringWriter line = new SegmentedStringWriter(buffers);
            out = JSON.createGenerator(line);
            out.writeStartObject();
            envelope(event);
            payload(event.getPayload());
            out.writeEndObject();
            out.close();
            return line.getAndClear();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private void envelope(CareEvent event) throws IOException {
        text("event_id", event.getEventId());
        if (event.getRevision() != 0) {
            out.writeNumberField("revision", event.getRevision());
        }
        text("type", typeOf(event.getPayload()));
        text("brand", event.getBrand());
        text("conversation_id", event.getConversationId());
        text("network", event.getNetwork());
        time("occurred_at", event.getOccurredAt());
        time("ingested_at", event.getIngestedAt());
        if (event.getSequence() != 0) {
            out.writeNumberField("sequence", event.getSequence());
        }
    }

    private static String typeOf(Object payload) {
        if (payload instanceof Message) {
            return "message";
        }
        if (payload instanceof StatusChange) {
            return "status";
        }
        if (payload instanceof Assignment) {
            return "assignment";
        }
        return payload instanceof Tagging ? "tagging" : "bot_handoff";
    }

    private void payload(Object payload) throws IOException {
        if (payload instanceof Message message) {
            message(message);
        } else if (payload instanceof StatusChange change) {
            word("status", change.getStatus());
            actor(change.getActor());
            text("team_id", change.getTeamId());
        } else if (payload instanceof Assignment assignment) {
            text("agent_id", assignment.getAgentId());
            text("team_id", assignment.getTeamId());
        } else if (payload instanceof Tagging tagging) {
            texts("added", tagging.getAdded());
            texts("removed", tagging.getRemoved());
            number("tier", tagging.getTier());
            text("priority", tagging.getPriority());
        }
    }

    private void message(Message message) throws IOException {
        word("direction", message.getDirection());
        word("visibility", message.getVisibility());
        author(message.getAuthor());
        text("text", message.getText());
        text("language", message.getLanguage());
        text("in_reply_to", message.getInReplyTo());
        if (message.getIsRepost()) {
            out.writeBooleanField("is_repost", true);
        }
        text("team_id", message.getTeamId());
        text("saved_reply_id", message.getSavedReplyId());
        text("quick_reply_id", message.getQuickReplyId());
        texts("tags", message.getTags());
        sentiment(message.getSentiment());
    }

    private void author(Author author) throws IOException {
        if (author == null) {
            return;
        }
        out.writeObjectFieldStart("author");
        text("id", author.getId());
        word("kind", author.getKind());
        text("handle", author.getHandle());
        number("followers", author.getFollowers());
        number("following", author.getFollowing());
        flag("verified", author.getVerified());
        flag("has_avatar", author.getHasAvatar());
        flag("industry_player", author.getIndustryPlayer());
        time("account_created_at", author.getAccountCreatedAt());
        out.writeEndObject();
    }

    private void actor(Actor actor) throws IOException {
        if (actor == null) {
            return;
        }
        out.writeObjectFieldStart("actor");
        text("id", actor.getId());
        word("kind", actor.getKind());
        out.writeEndObject();
    }

    private void sentiment(Sentiment sentiment) throws IOException {
        if (sentiment == null) {
            return;
        }
        out.writeObjectFieldStart("sentiment");
        word("label", sentiment.getLabel());
        if (sentiment.getScore() != null) {
            out.writeNumberField("score", sentiment.getScore());
        }
        out.writeEndObject();
    }

    private void text(String name, String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    private void texts(String name, List<String> values) throws IOException {
        if (values == null || values.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private void word(String name, Enum<?> value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value.name().toLowerCase(Locale.ROOT));
        }
    }

    private void number(String name, Number value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value.longValue());
        }
    }

    private void flag(String name, Boolean value) throws IOException {
        if (value != null) {
            out.writeBooleanField(name, value);
        }
    }

    private void time(String name, Instant value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value.toString());
        }
    }
}
