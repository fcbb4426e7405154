package io.replybeat.stream.intake;

import java.lang.reflect.Array;

/** Which of our words is this word of the wire? The two enums share their names, but not each other. */
final class SameName<A extends Enum<A>, B extends Enum<B>> {

    private static final String NEWER_SYMBOL = "UNKNOWN";

    private final String field;
    private final B[] byOrdinal;

    @SuppressWarnings("unchecked")
    SameName(String field, Class<A> wire, Class<B> ours) {
        this.field = field;
        A[] words = wire.getEnumConstants();
        this.byOrdinal = (B[]) Array.newInstance(ours, words.length);
        for (A word : words) {
            byOrdinal[word.ordinal()] = word.name().equals(NEWER_SYMBOL) ? null : Enum.valueOf(ours, word.name());
        }
    }

    B of(A word) throws Refusal {
        if (word == null) {
            throw Refusal.missing(field);
        }
        B meant = byOrdinal[word.ordinal()];
        if (meant == null) {
            throw Refusal.badValue(field, field + " has a value newer than this release; upgrade Replybeat and resend");
        }
        return meant;
    }
}
