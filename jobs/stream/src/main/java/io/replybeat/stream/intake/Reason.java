package io.replybeat.stream.intake;

import java.util.Locale;

/** Why was a record not accepted? The words machines go by, in dead letters, documents and metrics. */
public enum Reason {
    /** The bytes are no record, or end too early, or go on too long. */
    UNDECODABLE,
    /** Well framed, but by a schema this release does not know. */
    UNKNOWN_SCHEMA,
    /** A type of event there is none of. */
    UNKNOWN_TYPE,
    /** Something required is not there, or empty. */
    MISSING_FIELD,
    /** Something is there and cannot be meant. */
    BAD_VALUE,
    /** It happened too far ahead of the clock; it would jump every window. */
    IN_THE_FUTURE,
    /** More bytes than any care event has. */
    TOO_LARGE;

    private static final Reason[] ALL = values();

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    static Reason at(int position) {
        return ALL[position];
    }
}
