package io.replybeat.care.language;

/**
 * What is left of a social text once everything is taken away that is alike in all languages?
 *
 * <p>Letters and their marks in lower case, words apart by one blank, a blank at either end. Links, mentions, {@code RT},
 * HTML entities, digits, punctuation and emoji go, the sign of a hashtag, and of a letter repeated more than twice all
 * but two. The first {@link #MOST} letters are kept of the first {@link #MOST_READ} characters: the language shows long before, and
 * no message may hold up the stream.
 */
final class Letters {
    static final int MOST = 200;
    static final int MOST_READ = 2000;

    final char[] characters;
    int length;

    private Letters(int capacity) {
        characters = new char[capacity];
    }

    static Letters of(String text) {
        int end = Math.min(text.length(), MOST_READ);
        Letters letters = new Letters(Math.min(end, MOST) + 2);
        letters.append(' ');
        int at = 0;
        while (at < end && letters.length <= MOST) {
            char c = text.charAt(at);
            if (isOfWord(c)) {
                at = letters.word(text, at, end);
            } else {
                letters.blank();
                at = c == '@' ? wordEnd(text, at + 1, end) : c == '&' ? entityEnd(text, at, end) : at + 1;
            }
        }
        letters.blank();
        return letters;
    }

    private int word(String text, int start, int end) {
        if (startsLink(text, start, end)) {
            return linkEnd(text, start, end);
        }
        int wordEnd = wordEnd(text, start, end);
        if (wordEnd - start == 2 && text.startsWith("RT", start)) {
            return wordEnd;
        }
        for (int at = start; at < wordEnd && length <= MOST; at++) {
            char c = text.charAt(at);
            if (isLetterOrMark(c)) {
                letter(Character.toLowerCase(c));
            } else {
                blank();
            }
        }
        return wordEnd;
    }

    private void letter(char c) {
        boolean third = length >= 2 && characters[length - 1] == c && characters[length - 2] == c;
        if (!third) {
            append(c);
        }
    }

    private void blank() {
        if (characters[length - 1] != ' ') {
            append(' ');
        }
    }

    private void append(char c) {
        characters[length++] = c;
    }

    private static boolean startsLink(String text, int at, int end) {
        if (text.startsWith("www.", at)) {
            return true;
        }
        if (!text.startsWith("http", at)) {
            return false;
        }
        int after = text.startsWith("https", at) ? at + 5 : at + 4;
        return after >= end || text.charAt(after) == ':' || Character.isWhitespace(text.charAt(after));
    }

    private static int linkEnd(String text, int start, int end) {
        int at = start;
        while (at < end && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int start, int end) {
        int at = start;
        while (at < end && isOfWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** {@code &amp;} and the like; a lone ampersand is a sign as any other. */
    private static int entityEnd(String text, int start, int end) {
        int at = wordEnd(text, start + 1, end);
        return at < end && text.charAt(at) == ';' ? at + 1 : start + 1;
    }

    private static boolean isOfWord(char c) {
        return isLetterOrMark(c) || c == '_' || Character.isDigit(c);
    }

    private static boolean isLetterOrMark(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.NON_SPACING_MARK && !isVariation(c);
    }

    /** Selects how an emoji looks, and is a mark by its type only. */
    private static boolean isVariation(char c) {
        return c >= '\uFE00' && c <= '\uFE0F';
    }
}
