package io.replybeat.stream.document;

import io.replybeat.care.document.Body;
import java.util.Objects;

/**
 * One result on its way to whoever keeps it: written anew, written over, or withdrawn.
 *
 * <p>The same {@code id} is the same result. {@code at} is the event time in milliseconds that dates it: it chooses the
 * index, so it must be the same for every version of one id. Without a {@code body} the document is withdrawn.
 */
public record Document(Kind kind, String id, long at, Body body) {

    public Document {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    public static Document withdrawn(Kind kind, String id, long at) {
        return new Document(kind, id, at, null);
    }

    /** As {@link Body#precedence()} says; a withdrawal is written by the one writer of its id. */
    public long precedence() {
        return isWithdrawn() ? Body.LAST_WRITTEN : body.precedence();
    }

    public boolean isWithdrawn() {
        return body == null;
    }
}
