package io.replybeat.care.sentiment;

import java.util.Arrays;

/**
 * The words and signs of a text, found once: a guide and an expert weigh the same ones, and finding costs more than
 * weighing. Where in the text they stand is not kept.
 */
final class WordFeatures implements FeatureSink {
    private int[] words = new int[128];
    private int wordCount;
    private int[] signs = new int[48];
    private int signCount;

    static WordFeatures of(NormalText text, PolarityWords lexicon) {
        WordFeatures features = new WordFeatures();
        Features.ofWords(text, lexicon, features);
        return features;
    }

    void tell(FeatureSink sink) {
        for (int i = 0; i < wordCount; i++) {
            sink.words(words[i], 0, 0);
        }
        for (int i = 0; i < signCount; i++) {
            sink.signs(signs[i], 0, 0);
        }
    }

    @Override
    public void words(int hash, int from, int to) {
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, 2 * wordCount);
        }
        words[wordCount++] = hash;
    }

    @Override
    public void signs(int hash, int from, int to) {
        if (signCount == signs.length) {
            signs = Arrays.copyOf(signs, 2 * signCount);
        }
        signs[signCount++] = hash;
    }

    @Override
    public void characters(int hash, int from, int to) {
        throw new IllegalStateException("n-grams are no words");
    }
}
