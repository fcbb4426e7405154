package io.replybeat.care.fact;

import io.replybeat.care.document.DocumentId;
import io.replybeat.care.event.Event;
import java.util.List;

/** Which conversation: unique within its brand. */
public final class ConversationKey {

    private final String brand;
    private final String conversationId;
    private final String id;

    public ConversationKey(String brand, String conversationId) {
        this(brand, conversationId, DocumentId.of(brand, conversationId));
    }

    /** Of an id that is known already: it is made once a conversation, not once for each of its documents. */
    public ConversationKey(String brand, String conversationId, String id) {
        this.brand = brand;
        this.conversationId = conversationId;
        this.id = id;
        assert id.equals(DocumentId.of(brand, conversationId)) : id;
    }

    public static ConversationKey parse(String id) {
        List<String> parts = DocumentId.parts(id);
        return new ConversationKey(parts.get(0), parts.get(1), id);
    }

    /** The {@link #id()} of the conversation that an event belongs to. */
    public static String idOf(Event event) {
        return DocumentId.of(event.brand(), event.conversationId());
    }

    public String brand() {
        return brand;
    }

    public String conversationId() {
        return conversationId;
    }

    /** {@code brand|conversationId}, different for different conversations whatever characters they contain. */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
