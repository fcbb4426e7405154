package io.replybeat.stream.intake;

import java.util.Arrays;

/**
 * A record that was not accepted: why, whence, and its bytes.
 *
 * @param field the field at fault as JSON spells it, or null
 * @param detail what is wrong and what to do about it, for people; what it quotes of the record stands between “ and ”
 * @param original the record's value; empty where there was none
 */
public record Rejection(Reason reason, String field, String detail, Origin origin, byte[] original) implements Arrival {

    @Override
    public boolean equals(Object other) {
        return other instanceof Rejection that
                && reason == that.reason
                && origin.equals(that.origin)
                && detail.equals(that.detail)
                && Arrays.equals(original, that.original);
    }

    @Override
    public int hashCode() {
        return origin.hashCode();
    }

    @Override
    public String toString() {
        return "%s at %s: %s (%d bytes)".formatted(reason.code(), origin.id(), detail, original.length);
    }
}
