package io.replybeat.stream.acknowledge;

import io.replybeat.care.document.Fields;
import io.replybeat.care.document.Instants;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Who has taken an alert upon themselves, when, and what did they say to it?
 *
 * @param alertId the alert's {@code id} field
 * @param by whatever name people know each other by
 * @param at on the wall clock, to the millisecond: it is people's time, not the events'
 * @param note null where nothing was said
 */
public record Acknowledgement(String alertId, String by, Instant at, String note) {

    /** @throws IllegalArgumentException if the id or the name is blank */
    public Acknowledgement {
        if (alertId.isBlank()) {
            throw new IllegalArgumentException("The alert's id is empty; nothing was acknowledged.");
        }
        if (by.isBlank()) {
            throw new IllegalArgumentException("The name of who acknowledges is empty; nothing was acknowledged.");
        }
        by = by.strip();
        at = at.truncatedTo(ChronoUnit.MILLIS);
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /** As the document holds them. */
    public Map<String, Object> fields() {
        return new Fields()
                .put("alert_id", alertId)
                .put("by", by)
                .put("at", Instants.text(at.toEpochMilli()))
                .put("note", note)
                .build();
    }
}
