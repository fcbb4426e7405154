package io.replybeat.stream.document;

import java.util.Locale;

/** Which sort of result is this? Each kind has an index, an alias and a file of its own, all named by {@link #word()}. */
public enum Kind {
    FACTS,
    CONVERSATIONS,
    WINDOWS,
    MESSAGES,
    ALERTS,
    CALLOUTS,
    REJECTED,
    LATE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The kind as names of indices, files and options spell it: {@code facts}. */
    public String word() {
        return word;
    }

    public static Kind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
