package io.replybeat.care.topic;

import java.text.Normalizer;

/**
 * Which letter does a character stand for, once case, accents, width and spelling variants of the scripts are folded?
 *
 * <p>One look-up in a table a character. Arabic loses its vowel signs and the hamza of its carriers, Devanagari its
 * nukta; digits of all scripts become those of ASCII; marks that steer the direction of writing are nothing.
 */
final class Letters {

    static final char NOTHING = 0;
    static final char BLANK = ' ';
    static final char SENTENCE_END = '.';
    static final char APOSTROPHE = '\'';

    private static final char[] FOLDED = new char[1 << 16];

    static {
        for (int c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = folded((char) c);
        }
    }

    private Letters() {}

    /** A letter, digit or mark in small and plain form, or one of the four constants; ß, æ and œ stay. */
    static char fold(char c) {
        return FOLDED[c];
    }

    static boolean isLetterOrDigit(char folded) {
        return folded > APOSTROPHE && folded != SENTENCE_END;
    }

    /** Of a script that writes without blanks between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer. */
    static boolean isDense(char c) {
        if (c < '\u0E00') {
            return false;
        }
        return c <= '\u0EFF'
                || c >= '\u1000' && c <= '\u109F'
                || c >= '\u1780' && c <= '\u17FF'
                || c >= '\u3005' && c <= '\u9FFF' && !(c >= '\u3130' && c <= '\u318F')
                || c >= '\uF900' && c <= '\uFAFF';
    }

    private static char folded(char c) {
        return switch (c) {
            case '.', '!', '?', '\n', '\u2029', '\u0964', '\u0965', '\u061F', '\u06D4', '\u3002' -> SENTENCE_END;
            case '\'', '\u2018', '\u2019', '\u02BC', '\u00B4', '`' -> APOSTROPHE;
            case '\u0640', '\u093C' -> NOTHING;
            case '\u0901' -> '\u0902';
            case '\u0131' -> 'i';
            case '\u00F8', '\u00D8' -> 'o';
            case '\u0142', '\u0141' -> 'l';
            case '\u0111', '\u0110' -> 'd';
            case '\u0649', '\u06CC' -> '\u064A';
            case '\u0629' -> '\u0647';
            case '\u06A9' -> '\u0643';
            default -> Character.isSurrogate(c) ? BLANK : byKind(c);
        };
    }

    private static char byKind(char c) {
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT -> NOTHING;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isAccent(c) ? NOTHING : c;
            case Character.COMBINING_SPACING_MARK -> c;
            default -> hasVariants(c) ? plain(c) : Character.isLetter(c) ? c : BLANK;
        };
    }

    private static boolean isAccent(char c) {
        return c <= '\u036F'
                || c >= '\u064B' && c <= '\u065F'
                || c == '\u0670'
                || c >= '\u20D0' && c <= '\u20FF'
                || c >= '\uFE00';
    }

    /** The other scripts have no forms to fold, and the table is built in a third of the time. */
    private static boolean hasVariants(char c) {
        return Character.isLetter(c) && c < 128
                || c > 127 && c < '\u0980'
                || c >= '\u1E00' && c <= '\u214F'
                || c >= '\uF900';
    }

    /** Full width to ASCII, é to e, capital to small; a character that is not one letter with marks stays. */
    private static char plain(char c) {
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char base = Character.toLowerCase(parts.charAt(0));
        boolean onlyMarksFollow = parts.chars().skip(1).allMatch(part -> isMark((char) part));
        if (base != c && onlyMarksFollow) {
            return folded(base);
        }
        return Character.isLetter(c) ? Character.toLowerCase(c) : BLANK;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
