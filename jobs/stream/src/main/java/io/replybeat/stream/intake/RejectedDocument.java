package io.replybeat.stream.intake;

import io.replybeat.care.document.Body;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What do people see of a rejected record? The reason first, then where it lies, then its bytes.
 *
 * <p>{@code original} is base64 of the first 48 KiB (64 KiB as text), {@code truncated} says whether that is not all of it;
 * the dead-letter topic has it whole. Where privacy hides names or words, {@code original} is left out and {@code detail}
 * quotes nothing of it.
 */
public record RejectedDocument(Rejection rejection, boolean showOriginal) implements Body {

    private static final int MOST_BYTES = 48 * 1024;

    public String id() {
        return rejection.origin().id();
    }

    /** The time that dates its index: when it arrived, because what it says of itself is not to be believed. */
    public long at() {
        return rejection.origin().arrivedAt();
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id());
        fields.put("reason", rejection.reason().code());
        if (rejection.field() != null) {
            fields.put("field", rejection.field());
        }
        fields.put("detail", showOriginal ? rejection.detail() : Quote.hideIn(rejection.detail()));
        if (at() > 0) {
            fields.put("arrived_at", Instant.ofEpochMilli(at()).toString());
        }
        putOrigin(fields);
        byte[] original = rejection.original();
        boolean truncated = showOriginal && original.length > MOST_BYTES;
        if (showOriginal) {
            byte[] shown = truncated ? Arrays.copyOf(original, MOST_BYTES) : original;
            fields.put("original", Base64.getEncoder().encodeToString(shown));
        }
        fields.put("original_size", original.length);
        fields.put("truncated", truncated);
        return fields;
    }

    private void putOrigin(Map<String, Object> fields) {
        if (rejection.origin() instanceof Origin.Kafka kafka) {
            fields.put("topic", kafka.topic());
            fields.put("partition", kafka.partition());
            fields.put("offset", kafka.offset());
        } else if (rejection.origin() instanceof Origin.File file) {
            fields.put("file", file.file());
            fields.put("line", file.line());
        }
    }
}
