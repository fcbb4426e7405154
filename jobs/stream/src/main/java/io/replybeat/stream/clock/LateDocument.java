package io.replybeat.stream.clock;

import io.replybeat.care.document.Body;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import java.util.Map;

/** What arrived too late to be counted, and how late was it? Its conversation had already been settled. */
record LateDocument(Event event, long now) implements Body {

    String id() {
        return DocumentId.of(event.brand(), event.conversationId(), event.eventId());
    }

    @Override
    public Map<String, Object> fields() {
        return new Fields()
                .put("id", id())
                .put("brand", event.brand())
                .put("network", event.network())
                .put("conversation_id", event.conversationId())
                .put("event_id", event.eventId())
                .put("revision", event.revision())
                .putInstant("occurred_at", event.occurredAt())
                .putInstant("event_time", now)
                .put("reason", "the conversation was settled before this event arrived")
                .build();
    }
}
