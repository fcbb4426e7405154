package io.replybeat.stream.elastic;

import java.nio.charset.StandardCharsets;

/**
 * A result that Elasticsearch will never take, or an alert that a receiver will never take, and why.
 *
 * @param index of an alert the receiver's name; {@code version} is its revision then
 * @param status what Elasticsearch answered, 400 for a field the mapping does not know
 * @param source the JSON; null if the document was to be deleted
 */
public record Undeliverable(String index, String id, long version, int status, String reason, byte[] source) {

    @Override
    public String toString() {
        return index + "/" + id + " (" + status + ": " + reason + ")";
    }

    public String json() {
        return source == null ? null : new String(source, StandardCharsets.UTF_8);
    }
}
