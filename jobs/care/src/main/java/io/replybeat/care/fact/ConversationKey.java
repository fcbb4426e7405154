package io.replybeat.care.fact;

import io.replybeat.care.document.DocumentId;
import java.util.List;

/** Which conversation: unique within its brand. */
public record ConversationKey(String brand, String conversationId) {

    public String id() {
        return DocumentId.of(brand, conversationId);
    }

    public static ConversationKey parse(String id) {
        List<String> parts = DocumentId.parts(id);
        return new ConversationKey(parts.get(0), parts.get(1));
    }
}
