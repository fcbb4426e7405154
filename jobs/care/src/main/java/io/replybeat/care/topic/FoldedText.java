package io.replybeat.care.topic;

import java.util.Arrays;

/**
 * What remains of a text once spelling that says nothing about its topic is folded, and where did it stand?
 *
 * <p>Words of plain small letters with one blank between them and at either end: {@code Café’s BILL—Refunddd!} is
 * {@code " cafes bill refund . "}. A sentence ends with a point of its own; mentions and links are an {@link #OTHER}
 * each; runs of three or more of a letter are one; hashtags come apart at their capitals; the scripts without blanks
 * between words are set off from the others. One pass, linear in the length of the text.
 */
final class FoldedText {

    static final char SENTENCE_END = Letters.SENTENCE_END;
    static final char BLANK = Letters.BLANK;

    /** A mention or a link: a word in which no phrase is found, since names of brands are made of such words. */
    static final char OTHER = '@';

    private static final char VOICED = '\u3099';
    private static final char HALF_VOICED = '\u309A';

    private final String text;
    private int at;
    private int run;
    private boolean hashtag;

    private char[] characters;
    private int[] places;
    private int length;

    private FoldedText(String text) {
        this.text = text;
        int capacity = text.length() + text.length() / 8 + 16;
        this.characters = new char[capacity];
        this.places = new int[capacity];
    }

    static FoldedText of(String text) {
        FoldedText folded = new FoldedText(text);
        folded.append(BLANK);
        folded.read();
        folded.blank();
        return folded;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return characters[index];
    }

    /** Where in the text the character stood from which this one was made. */
    int place(int index) {
        return places[index];
    }

    /** Where the word begins of which this character is one; scripts without blanks have none, the character is its own. */
    int wordStart(int index) {
        int start = index;
        while (!Letters.isDense(characters[start]) && characters[start - 1] != BLANK) {
            start--;
        }
        return start;
    }

    /** The last character of the word of which this one is one; see {@link #wordStart}. */
    int wordLast(int index) {
        int last = index;
        while (!Letters.isDense(characters[last]) && characters[last + 1] != BLANK) {
            last++;
        }
        return last;
    }

    private void read() {
        for (at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            char folded = Letters.fold(c);
            if (Letters.isLetterOrDigit(folded)) {
                if (startsLink(c)) {
                    skipLink();
                } else {
                    letter(c, folded);
                }
            } else if (folded != Letters.NOTHING) {
                sign(c, folded);
            }
        }
    }

    private void sign(char c, char folded) {
        if (folded == Letters.APOSTROPHE) {
            if (!endsContraction()) {
                blank();
            }
            return;
        }
        if (folded == SENTENCE_END && (c != '.' || endsSentence())) {
            sentenceEnd();
        } else if (c == '@' && isWord(at + 1)) {
            skipMention();
        } else {
            if (c == '&' && text.startsWith("amp;", at + 1)) {
                at += 4;
            }
            blank();
        }
        hashtag = c == '#' || c == '\uFF03';
    }

    private void letter(char c, char folded) {
        char last = characters[length - 1];
        boolean camel = hashtag && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(at - 1));
        if (camel || last != BLANK && Letters.isDense(last) != Letters.isDense(folded)) {
            blank();
        }
        switch (folded) {
            case 'ß' -> append("ss");
            case 'æ' -> append("ae");
            case 'œ' -> append("oe");
            case VOICED, HALF_VOICED -> voice(folded);
            default -> once(folded);
        }
    }

    /** Three or more of a letter in a row are one; figures stay what they are. */
    private void once(char folded) {
        run = folded == characters[length - 1] && folded > '9' ? run + 1 : 1;
        if (run <= 2) {
            append(folded);
        } else if (run == 3) {
            length--;
        }
    }

    /** Half-width kana bring their sound mark as a character; the voiced letter is the next in the alphabet. */
    private void voice(char mark) {
        char last = characters[length - 1];
        if (Letters.isDense(last)) {
            characters[length - 1] = (char) (last + (mark == VOICED ? 1 : 2));
        }
    }

    /** Don't is one word, l'argent two. */
    private boolean endsContraction() {
        int end = at + 1;
        while (end < text.length() && end <= at + 3 && isWord(end)) {
            end++;
        }
        return switch (end - at - 1) {
            case 1 -> "tsmd".indexOf(Letters.fold(text.charAt(at + 1))) >= 0;
            case 2 -> isOneOf("re", "ve", "ll");
            default -> false;
        };
    }

    private boolean isOneOf(String... endings) {
        return Arrays.stream(endings).anyMatch(ending -> text.regionMatches(true, at + 1, ending, 0, 2));
    }

    /** Several points are a pause, one within a word or a number is none. */
    private boolean endsSentence() {
        boolean one =
                (at == 0 || text.charAt(at - 1) != '.') && (at + 1 == text.length() || text.charAt(at + 1) != '.');
        return one && !isWord(at + 1);
    }

    private boolean isWord(int index) {
        return index < text.length() && Letters.isLetterOrDigit(Letters.fold(text.charAt(index)));
    }

    private boolean startsLink(char c) {
        if (c != 'h' && c != 'w' && c != 'H' || characters[length - 1] != BLANK) {
            return false;
        }
        return text.startsWith("www.", at) || text.startsWith("://", at + 4) || text.startsWith("://", at + 5);
    }

    private void skipLink() {
        other();
        while (at + 1 < text.length() && text.charAt(at + 1) > ' ' && text.charAt(at + 1) < '\u3000') {
            at++;
        }
        blank();
    }

    private void skipMention() {
        blank();
        other();
        while (isWord(at + 1) || at + 1 < text.length() && text.charAt(at + 1) == '_') {
            at++;
        }
        blank();
    }

    private void other() {
        append(OTHER);
    }

    private void sentenceEnd() {
        blank();
        if (length < 2 || characters[length - 2] != SENTENCE_END) {
            append(SENTENCE_END);
            blank();
        }
    }

    private void blank() {
        run = 0;
        if (characters[length - 1] != BLANK) {
            append(BLANK);
        }
    }

    private void append(String letters) {
        run = 0;
        for (int i = 0; i < letters.length(); i++) {
            append(letters.charAt(i));
        }
    }

    private void append(char folded) {
        if (length == characters.length) {
            characters = Arrays.copyOf(characters, length * 2);
            places = Arrays.copyOf(places, length * 2);
        }
        characters[length] = folded;
        places[length++] = Math.min(at, text.length());
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
