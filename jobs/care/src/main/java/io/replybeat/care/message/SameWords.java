package io.replybeat.care.message;

import io.replybeat.care.metric.MetricHash;

/**
 * Do two messages say the same words? A number instead of the text, so that copies of one text are told where no text is.
 *
 * <p>Case, signs, links, mentions and a leading "RT" do not count: a copy that somebody sends on to a friend is still one. 0
 * where nothing is left to compare; such messages are like no other.
 */
final class SameWords {

    /** A copy is known before its end; and the time stays small, however long the text. */
    private static final int MOST_CHARACTERS = 1000;

    private SameWords() {}

    static long of(String text) {
        int end = Math.min(text.length(), MOST_CHARACTERS);
        StringBuilder words = new StringBuilder(end);
        int at = 0;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '@' || startsLink(text, at)) {
                at = endOfToken(text, at, end);
                continue;
            }
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                words.append(Character.toLowerCase(c));
            } else if (isForwardMark(words)) {
                words.setLength(0);
            }
            at++;
        }
        return words.isEmpty() ? 0 : MetricHash.of(words.toString());
    }

    private static boolean isForwardMark(CharSequence soFar) {
        return soFar.length() == 2 && soFar.charAt(0) == 'r' && soFar.charAt(1) == 't';
    }

    private static boolean startsLink(String text, int at) {
        return text.startsWith("http://", at) || text.startsWith("https://", at) || text.startsWith("www.", at);
    }

    private static int endOfToken(String text, int at, int end) {
        int next = at + 1;
        while (next < end && !Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }
}
