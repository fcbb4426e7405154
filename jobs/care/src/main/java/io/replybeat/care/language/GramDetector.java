package io.replybeat.care.language;

import java.util.List;

/**
 * In which language is a text, as told by its characters?
 *
 * <p>The {@link Writing} that most letters are of decides where one language is written so. Else {@link GramWeights} and
 * {@link CommonWords} choose, and must be {@link #SURE}. Immutable and safe for use by several threads; about 10 µs for a tweet.
 */
final class GramDetector implements LanguageDetector {
    // Chosen on the half of the texts that docs/language.md does not show figures of.
    /** The likeliest language is ahead of the second by so much, in the logarithm of their likelihoods. */
    private static final float SURE = 0.05f;
    /** What a common word adds to its languages; a word of four letters has n-grams of about 0.1. */
    private static final float WORD = 0.2f;
    /** What is shorter may be of any language. */
    private static final int FEWEST_LETTERS = 3;

    private static final Writing[] WRITINGS = Writing.values();
    private static final int ROMANISED_HINDI = Writing.LATIN.placeOf("hi");

    private final GramWeights grams;
    private final CommonWords words;

    GramDetector(GramWeights grams, CommonWords words) {
        this.grams = grams;
        this.words = words;
    }

    @Override
    public String detect(String text) {
        Letters letters = Letters.of(text);
        Writing writing = prevailing(letters);
        return writing.leavesChoice()
                ? choice(writing, letters)
                : writing.languages().get(0).code();
    }

    /** The writing of more than half of the letters, {@link Writing#OTHER} when there is none. */
    private static Writing prevailing(Letters letters) {
        int[] counts = new int[WRITINGS.length];
        int all = 0;
        for (int at = 0; at < letters.length; at++) {
            Writing writing = Writing.of(letters.characters[at]);
            if (writing != null) {
                counts[writing.ordinal()] += writing.lettersPerCharacter();
                all += writing.lettersPerCharacter();
            }
        }
        giveHanToKana(counts);
        for (Writing writing : WRITINGS) {
            if (counts[writing.ordinal()] * 2 > all) {
                return writing;
            }
        }
        return Writing.OTHER;
    }

    /** Japanese has some kana in any sentence; a rare one in Chinese is a brand or an ornament. */
    private static void giveHanToKana(int[] counts) {
        int kana = Writing.KANA.ordinal();
        int han = Writing.HAN.ordinal();
        if (counts[kana] * 10 > counts[han]) {
            counts[kana] += counts[han];
            counts[han] = 0;
        }
    }

    private String choice(Writing writing, Letters letters) {
        if (letters.length < FEWEST_LETTERS + 2) {
            return UNKNOWN;
        }
        float[] sums = grams.sums(letters);
        // It has no n-grams, so nothing speaks against it: it begins a word behind.
        sums[ROMANISED_HINDI] -= WORD;
        words.addTo(sums, letters, WORD);
        return likeliest(writing, sums);
    }

    private static String likeliest(Writing writing, float[] sums) {
        List<Writing.Language> languages = writing.languages();
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        float second = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < languages.size(); i++) {
            float sum = sums[writing.place() + i];
            if (sum > most) {
                second = most;
                most = sum;
                best = i;
            } else {
                second = Math.max(second, sum);
            }
        }
        return most - second < SURE ? UNKNOWN : languages.get(best).code();
    }
}
