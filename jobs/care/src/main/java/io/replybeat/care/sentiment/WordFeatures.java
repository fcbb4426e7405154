package io.replybeat.care.sentiment;

import java.util.Arrays;

/**
 * The words and signs of a text, found once: a guide and an expert weigh the same ones, and finding costs more than
 * weighing.
 */
final class WordFeatures implements FeatureSink {
    private final Found words = new Found();
    private final Found signs = new Found();

    static WordFeatures of(NormalText text, PolarityWords lexicon) {
        WordFeatures features = new WordFeatures();
        Features.ofWords(text, lexicon, features);
        return features;
    }

    void tell(FeatureSink sink) {
        for (int at = 0; at < words.end; at += 3) {
            sink.words(words.of[at], words.of[at + 1], words.of[at + 2]);
        }
        for (int at = 0; at < signs.end; at += 3) {
            sink.signs(signs.of[at], signs.of[at + 1], signs.of[at + 2]);
        }
    }

    @Override
    public void words(int hash, int from, int to) {
        words.add(hash, from, to);
    }

    @Override
    public void signs(int hash, int from, int to) {
        signs.add(hash, from, to);
    }

    @Override
    public void characters(int hash, int from, int to) {
        throw new IllegalStateException("n-grams are no words");
    }

    /** Hash, from and to, one after the other. */
    private static final class Found {
        private int[] of = new int[192];
        private int end;

        void add(int hash, int from, int to) {
            if (end == of.length) {
                of = Arrays.copyOf(of, 2 * end);
            }
            of[end++] = hash;
            of[end++] = from;
            of[end++] = to;
        }
    }
}
