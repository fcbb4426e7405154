package io.replybeat.sandbox.importer;

import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Visibility;
import java.time.Instant;
import java.util.List;

/** How does a public post on X read as a care event? */
final class Tweet {

    private Tweet() {}

    static CareEvent event(
            String eventId, String brand, String conversationId, Instant at, long sequence, Message message) {
        return new CareEvent(eventId, 0, brand, conversationId, "x", at, null, sequence, message);
    }

    static Message message(AuthorKind kind, String authorId, String handle, String text, String inReplyTo) {
        return new Message(
                kind == AuthorKind.CUSTOMER ? Direction.INBOUND : Direction.OUTBOUND,
                Visibility.PUBLIC,
                new Author(authorId, kind, handle, null, null, null, null, null, null),
                text,
                null,
                inReplyTo,
                false,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
