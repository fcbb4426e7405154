package io.replybeat.stream.intake;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
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
import java.time.Instant;

/** The record a collector would have sent for an event: the way back from what the intake makes of it. */
public final class WireEvents {

    private WireEvents() {}

    public static CareEvent of(Event event) {
        return new CareEvent(
                event.eventId(),
                event.revision(),
                event.brand(),
                event.conversationId(),
                event.network(),
                Instant.ofEpochMilli(event.occurredAt()),
                event.ingestedAt() == Event.UNKNOWN ? null : Instant.ofEpochMilli(event.ingestedAt()),
                event.sequence(),
                payload(event.payload()));
    }

    private static Object payload(Payload payload) {
        if (payload instanceof Payload.Message message) {
            return message(message);
        }
        if (payload instanceof Payload.StatusChange change) {
            return new StatusChange(Status.valueOf(change.status().name()), actor(change.actor()), change.teamId());
        }
        if (payload instanceof Payload.Assignment assignment) {
            return new Assignment(assignment.agentId(), assignment.teamId());
        }
        if (payload instanceof Payload.Tagging tagging) {
            Integer tier = tagging.tier() == Payload.Tagging.NO_TIER ? null : Integer.valueOf(tagging.tier());
            return new Tagging(tagging.added(), tagging.removed(), tier, tagging.priority());
        }
        return new BotHandoff();
    }

    private static Message message(Payload.Message message) {
        Payload.Author author = message.author();
        Payload.Sentiment sentiment = message.sentiment();
        return new Message(
                Direction.valueOf(message.direction().name()),
                Visibility.valueOf(message.visibility().name()),
                new Author(author.id(), kind(author), "@" + author.id(), 12L, 3L, true, true, false, Instant.EPOCH),
                "Wo ist mein Päckchen? 😀",
                message.language(),
                null,
                message.repost(),
                message.teamId(),
                message.savedReplyId(),
                message.quickReplyId(),
                message.tags(),
                sentiment == null
                        ? null
                        : new Sentiment(SentimentLabel.valueOf(sentiment.label().name()), sentiment.score()));
    }

    private static Actor actor(Payload.Author actor) {
        return actor == null ? null : new Actor(actor.id(), kind(actor));
    }

    private static AuthorKind kind(Payload.Author author) {
        return AuthorKind.valueOf(author.kind().name());
    }
}
