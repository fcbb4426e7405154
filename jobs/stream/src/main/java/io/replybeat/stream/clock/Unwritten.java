package io.replybeat.stream.clock;

import io.replybeat.care.clock.Conversation;
import io.replybeat.care.clock.Timeline;
import io.replybeat.care.document.Fields;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Fact;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What of one conversation has changed since the last flush?
 *
 * <p>Of each document only its last version is written. A document that came and went in between is withdrawn all the
 * same: before a crash it may have been written.
 */
final class Unwritten {

    private record Place(Kind kind, String id, long at) {}

    private final Conversation conversation;
    private final Timeline timeline;
    private final Map<Place, Document> documents = new LinkedHashMap<>();
    private long writtenAt;
    private boolean touched;

    Unwritten(Conversation conversation, Timeline timeline) {
        this.conversation = conversation;
        this.timeline = timeline;
        this.writtenAt = timeline.startedAt();
    }

    Conversation conversation() {
        return conversation;
    }

    Timeline timeline() {
        return timeline;
    }

    void changed(Entry before, Entry after) {
        touched = true;
        if (before instanceof Fact old && !(after instanceof Fact now && now.startedAt() == old.startedAt())) {
            put(Document.withdrawn(Kind.FACTS, old.documentId(), old.startedAt()));
        }
        if (after instanceof Fact fact) {
            put(new Document(Kind.FACTS, fact.documentId(), fact.startedAt(), fact));
        }
    }

    /** To be called after every event: the conversation may have been found to begin at another time. */
    void stepped() {
        touched = true;
        if (writtenAt != timeline.startedAt()) {
            if (writtenAt != Fields.NONE) {
                put(Document.withdrawn(Kind.CONVERSATIONS, conversation.key().id(), writtenAt));
            }
            writtenAt = timeline.startedAt();
        }
    }

    private void put(Document document) {
        documents.put(new Place(document.kind(), document.id(), document.at()), document);
    }

    /** Withdrawals first, so that a document that moved to another month is not seen twice for longer than needed. */
    void write(Consumer<Document> out) {
        if (!touched) {
            return;
        }
        Document current =
                new Document(Kind.CONVERSATIONS, conversation.key().id(), writtenAt, timeline.document(conversation));
        put(current);
        write(true, out);
        write(false, out);
        documents.clear();
    }

    private void write(boolean withdrawn, Consumer<Document> out) {
        for (Document document : documents.values()) {
            if (document.isWithdrawn() == withdrawn) {
                out.accept(document);
            }
        }
    }
}
