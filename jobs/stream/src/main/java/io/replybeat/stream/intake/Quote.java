package io.replybeat.stream.intake;

import java.util.regex.Pattern;

/**
 * Which words of a rejection's detail are the sender's? Those between “ and ”, which may be a customer's words or name.
 *
 * <p>The detail itself has these marks nowhere else, so from the first to the last of them is what must be hidden, whatever
 * marks the sender wrote in between.
 */
final class Quote {

    private static final int MOST_CHARS = 60;
    private static final Pattern QUOTED = Pattern.compile("“.*”", Pattern.DOTALL);

    private Quote() {}

    /** The beginning of it, enough to recognise what was sent. */
    static String of(String sent) {
        return "“" + (sent.length() > MOST_CHARS ? sent.substring(0, MOST_CHARS) + "…" : sent) + "”";
    }

    static String hideIn(String detail) {
        return QUOTED.matcher(detail).replaceAll("(hidden)");
    }
}
