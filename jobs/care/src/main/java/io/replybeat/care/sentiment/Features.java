package io.replybeat.care.sentiment;

/**
 * What can be seen in a text that may tell its tone?
 *
 * <p>Features are hashes, computed rolling over the normalised characters. Their number is at most proportional to the
 * length of the text looked at, {@link NormalText#MOST_CHARACTERS}.
 */
final class Features {
    private static final int PRIME = 0x01000193;
    private static final int WORD = 0x3C6EF372;
    private static final int NEGATED = 0x7F4A7C15;
    private static final int LONGEST_GRAM = 5;
    /** A negation reaches this many words far, or to the next punctuation. */
    private static final int REACH_OF_NEGATION = 4;

    private Features() {}

    static void of(String text, FeatureSink sink) {
        of(NormalText.of(text), sink);
    }

    static void of(NormalText normal, FeatureSink sink) {
        grams(normal, sink);
        tokens(normal, sink);
        if (normal.shoutedWords > 0) {
            sink.signs(mix(101 + Math.min(normal.shoutedWords, 3)), 0, 0);
        }
        if (normal.elongations > 0) {
            sink.signs(mix(111 + Math.min(normal.elongations, 2)), 0, 0);
        }
    }

    private static void grams(NormalText normal, FeatureSink sink) {
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

    private static void tokens(NormalText normal, FeatureSink sink) {
        char[] c = normal.characters;
        int length = normal.length;
        PolarityWords lexicon = PolarityWords.BUILT_IN;
        int last = WORD;
        int secondLast = WORD;
        int negation = 0;
        int praise = 0;
        int blame = 0;
        int lastPolarity = 0;
        int at = 0;
        int lastStart = 0;
        int secondLastStart = 0;
        while (at < length) {
            int start = at;
            char first = c[at];
            if (first == ' ') {
                at++;
                continue;
            }
            int hash = WORD;
            int polarity = 0;
            boolean word = false;
            boolean negates = false;
            if (isIdeograph(first)) {
                hash = (hash ^ first) * PRIME;
                at++;
                word = true;
            } else if (first == '#' && at + 1 < length && NormalText.isWord(c[at + 1])) {
                // The body of the hashtag follows as a word of its own.
                int end = endOfWord(c, at + 1, length);
                sink.words(mix(hashOf(c, at, end)), at, end);
                at++;
                continue;
            } else if (NormalText.isWord(first)) {
                while (at < length && NormalText.isWord(c[at]) && !isIdeograph(c[at])) {
                    hash = (hash ^ c[at]) * PRIME;
                    at++;
                    int known = lexicon.ofPrefix(hash);
                    if (known != 0) {
                        polarity = known;
                    }
                }
                int known = lexicon.ofWord(hash);
                if (known != 0) {
                    polarity = known;
                }
                word = true;
                negates = lexicon.isNegation(hash)
                        || at - start > 3 && c[at - 1] == 't' && c[at - 2] == '\'' && c[at - 3] == 'n';
            } else if (Character.isHighSurrogate(first) && at + 1 < length && Character.isLowSurrogate(c[at + 1])) {
                hash = ((hash ^ first) * PRIME ^ c[at + 1]) * PRIME;
                at += 2;
                polarity = lexicon.ofWord(hash);
            } else if (first < 128 || first == '…') {
                while (at < length && isSign(c[at]) && at - start < 8) {
                    if (c[at] != '-' || at == start) {
                        hash = (hash ^ c[at]) * PRIME;
                    }
                    at++;
                }
                if (at == start + 1 + (c[start + 1] == '-' ? 1 : 0)
                        && isEyes(first)
                        && at < length
                        && isMouth(c[at])
                        && (at + 1 >= length || !NormalText.isWord(c[at + 1]))) {
                    hash = (hash ^ c[at]) * PRIME;
                    at++;
                }
                if (at == start) {
                    hash = (hash ^ first) * PRIME;
                    at++;
                }
                polarity = lexicon.ofWord(hash);
            } else {
                hash = (hash ^ first) * PRIME;
                at++;
                polarity = lexicon.ofWord(hash);
            }
            boolean negated = negation > 0 && word;
            int feature = negated ? hash ^ NEGATED : hash;
            sink.words(mix(hash), start, at);
            if (negated) {
                sink.words(mix(feature), start, at);
            }
            int pair = (last * PRIME ^ hash) * PRIME;
            sink.words(mix(pair), lastStart, at);
            sink.words(mix((secondLast * PRIME ^ pair) * PRIME + 7), secondLastStart, at);
            secondLast = last;
            last = hash;
            secondLastStart = lastStart;
            lastStart = start;
            if (polarity != 0) {
                int sign = negated ? -polarity : polarity;
                sink.signs(mix(201 + sign + (negated ? 10 : 0)), start, at);
                if (sign > 0) {
                    praise++;
                } else {
                    blame++;
                }
                lastPolarity = sign;
            }
            if (negates) {
                negation = REACH_OF_NEGATION;
                sink.signs(mix(231), start, at);
            } else if (!word) {
                negation = 0;
            } else if (negation > 0) {
                negation--;
            }
        }
        sink.signs(mix(301 + 5 * Math.min(praise, 4) + Math.min(blame, 4)), 0, 0);
        sink.signs(mix(361 + 32 - Integer.numberOfLeadingZeros(length)), 0, 0);
        sink.signs(mix(341 + Integer.signum(lastPolarity)), 0, 0);
        sink.signs(mix(351 + Math.max(-3, Math.min(3, praise - blame))), 0, 0);
    }

    static int hashOfWord(String word) {
        return hashOf(word.toCharArray(), 0, word.length());
    }

    private static int hashOf(char[] c, int from, int to) {
        int hash = WORD;
        for (int i = from; i < to; i++) {
            hash = (hash ^ c[i]) * PRIME;
        }
        return hash;
    }

    private static int endOfWord(char[] c, int start, int length) {
        int at = start;
        while (at < length && NormalText.isWord(c[at])) {
            at++;
        }
        return at;
    }

    static boolean isIdeograph(char c) {
        return c >= '\u3040' && c <= '\u9FFF';
    }

    private static boolean isEyes(char c) {
        return c == ':' || c == ';' || c == '=' || c == '<';
    }

    private static boolean isMouth(char c) {
        return c == 'd' || c == 'p' || c == 'o' || c == 's' || c == 'x' || c == '0';
    }

    private static boolean isSign(char c) {
        return c < 128 && c > ' ' && !NormalText.isWord(c) && c != '#' || c == '…';
    }

    static int mix(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
