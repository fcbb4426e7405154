package io.replybeat.care.sentiment;

/**
 * What can be seen in a text that may tell its tone?
 *
 * <p>Features are hashes, computed rolling over the normalised characters. Their number is at most proportional to the
 * length of the text looked at, {@link NormalText#MOST_CHARACTERS}.
 */
final class Features {
    static final int PRIME = 0x01000193;
    /** The hash of a word starts with it. */
    static final int WORD = 0x3C6EF372;

    private static final int LONGEST_GRAM = 5;

    private Features() {}

    static void of(String text, PolarityWords lexicon, FeatureSink sink) {
        of(NormalText.of(text), lexicon, sink);
    }

    static void of(NormalText normal, PolarityWords lexicon, FeatureSink sink) {
        ofWords(normal, lexicon, sink);
        ofCharacters(normal, sink);
    }

    /** Words and signs. */
    static void ofWords(NormalText normal, PolarityWords lexicon, FeatureSink sink) {
        new Tokens(normal, lexicon, sink).read();
        if (lexicon.isOrdered()) {
            Stems.of(normal, sink);
        }
        sink.signs(mix(381 + 32 - Integer.numberOfLeadingZeros(normal.length)), 0, 0);
        if (normal.shoutedWords > 0) {
            sink.signs(mix(101 + Math.min(normal.shoutedWords, 3)), 0, 0);
        }
        if (normal.elongations > 0) {
            sink.signs(mix(111 + Math.min(normal.elongations, 2)), 0, 0);
        }
    }

    static void ofCharacters(NormalText normal, FeatureSink sink) {
        char[] c = normal.characters;
        int length = normal.length;
        for (int start = 0; start < length; start++) {
            int hash = c[start] * PRIME;
            int end = Math.min(start + LONGEST_GRAM, length);
            for (int i = start + 1; i < end; i++) {
                hash = (hash ^ c[i]) * PRIME;
                sink.characters(mix(hash + i - start), start, i + 1);
            }
        }
    }

    static int hashOfWord(String word) {
        return hashOf(word.toCharArray(), 0, word.length());
    }

    static int hashOf(char[] c, int from, int to) {
        int hash = WORD;
        for (int i = from; i < to; i++) {
            hash = (hash ^ c[i]) * PRIME;
        }
        return hash;
    }

    static boolean isIdeograph(char c) {
        return c >= '\u3040' && c <= '\u9FFF';
    }

    static boolean isEyes(char c) {
        return c == ':' || c == ';' || c == '=' || c == '<';
    }

    static boolean isMouth(char c) {
        return c == 'd' || c == 'p' || c == 'o' || c == 's' || c == 'x' || c == '0';
    }

    static boolean isSign(char c) {
        return c < 128 && c > ' ' && !NormalText.isWord(c) && c != '#' || c == '…';
    }

    static int mix(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
