package io.replybeat.care.metric;

import java.util.Locale;

/** By what are the numbers of a brand cut? Every cut lies within one brand; an event without a value is in no slice of it. */
public enum Cut {
    BRAND,
    NETWORK,
    AGENT,
    TEAM,
    TIER,
    TOPIC,
    LANGUAGE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The cut's name in documents. */
    public String word() {
        return word;
    }

    public static Cut ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
