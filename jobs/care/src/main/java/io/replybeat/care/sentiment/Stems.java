package io.replybeat.care.sentiment;

/**
 * Which stems of Japanese words follow one another, and with which ending does the text close? A stem is a run of kanji or
 * of katakana; the hiragana between them, particles and endings, are skipped: what a text is about meets what it says of it.
 */
final class Stems {
    private static final int STEM = 0x510E527F;
    private static final int ENDING = 0x1F83D9AB;
    private static final int LENGTH_OF_ENDING = 3;

    private Stems() {}

    static void of(NormalText normal, FeatureSink sink) {
        char[] c = normal.characters;
        int ending = ending(normal);
        int last = STEM;
        int at = 0;
        while (at < normal.length) {
            int start = at;
            Script script = Script.of(c[at]);
            int hash = STEM;
            while (at < normal.length && Script.of(c[at]) == script) {
                hash = (hash ^ c[at++]) * Features.PRIME;
            }
            if (script != Script.OTHER) {
                sink.words(Features.mix(hash), start, at);
                sink.words(Features.mix(pair(last, hash)), start, at);
                sink.words(Features.mix(pair(ending, hash)), start, at);
                last = hash;
            }
        }
    }

    private static int pair(int first, int second) {
        return (first * Features.PRIME ^ second) * Features.PRIME;
    }

    /** The last characters before the punctuation at the end. */
    private static int ending(NormalText normal) {
        int end = normal.length;
        while (end > 0 && !NormalText.isWord(normal.characters[end - 1])) {
            end--;
        }
        int hash = ENDING;
        for (int i = Math.max(0, end - LENGTH_OF_ENDING); i < end; i++) {
            hash = (hash ^ normal.characters[i]) * Features.PRIME;
        }
        return hash;
    }

    private enum Script {
        KANJI,
        KATAKANA,
        OTHER;

        static Script of(char c) {
            if (c >= '\u4E00' && c <= '\u9FFF' || c == '々') {
                return KANJI;
            }
            return c >= '\u30A0' && c <= '\u30FF' ? KATAKANA : OTHER;
        }
    }
}
