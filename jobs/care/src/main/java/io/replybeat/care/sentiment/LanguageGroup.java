package io.replybeat.care.sentiment;

import java.util.List;

/**
 * Which languages share their experts, and how are these trained? Languages that share words and spelling learn from
 * each other; the settings were chosen by cross-validation on the training data (docs/sentiment.md).
 */
enum LanguageGroup {
    ENGLISH(List.of("en"), 19, 20, 1, new Solver.Settings(0.2, 0, 1, 3, 0), 1, 1, 0.5),
    GERMAN(List.of("de"), 19, 20, 0.4, new Solver.Settings(0.2, 0, 1, 5, 0), 1, 1, 0.5),
    ROMANCE(List.of("es", "pt", "it", "fr"), 19, 20, 0.7, new Solver.Settings(0.1, 0, 1, 8, 0), 0.7, 1, 0.6),
    JAPANESE(List.of("ja"), 18, 19, 0.2, new Solver.Settings(0.4, 0, 6, 8, 0), 2, 0.7, 0.5),
    CHINESE(List.of("zh"), 19, 20, 0.2, new Solver.Settings(0.2, 0, 3, 4, 0.65), 1.5, 1, 0.5),
    ARABIC(List.of("ar"), 18, 19, 0.7, new Solver.Settings(0.2, 0, 1, 5, 0), 1, 1, 0.5),
    HINDI(List.of("hi"), 18, 19, 0.7, new Solver.Settings(0.2, 0, 1, 5, 0), 1, 1, 0.5),
    /** Any other language and none: trained on some texts of every language; knows emoji, emoticons, the commonest words. */
    OTHER(List.of(), 17, 18, 0.7, new Solver.Settings(0.2, 0, 1, 3, 0), 1, 1, 0.5);

    /** Some thousand known words, as such and negated. */
    private static final int SIGN_BITS = 15;

    private static final LanguageGroup[] ALL = values();

    private final List<String> languages;
    private final ExpertTrainer.Settings settings;

    /**
     * Naive Bayes ({@code trust}, 0 to 1) helps where labels follow from many words; dropout where texts are long. The
     * gains are of words, characters and signs: a word of Japanese or Chinese is a character or two here, where single
     * ones and pairs say more than the long n-grams.
     */
    LanguageGroup(
            List<String> languages, int wordBits, int gramBits, double trust, Solver.Settings solver, double... gains) {
        this.languages = languages;
        int fewest = languages.isEmpty() ? 4 : 2;
        settings = new ExpertTrainer.Settings(
                new int[] {wordBits, gramBits, SIGN_BITS}, fewest, 1, gains, 1, trust, solver);
    }

    ExpertTrainer.Settings settings() {
        return settings;
    }

    /** The group of an ISO 639-1 code, with or without a region, in any case. */
    static LanguageGroup of(String language) {
        for (LanguageGroup group : ALL) {
            for (int i = 0; i < group.languages.size(); i++) {
                if (isLanguage(language, group.languages.get(i))) {
                    return group;
                }
            }
        }
        return OTHER;
    }

    /** Is this the code {@code iso}, with or without a region, in any case? */
    static boolean isLanguage(String language, String iso) {
        return language != null
                && language.regionMatches(true, 0, iso, 0, 2)
                && (language.length() == 2 || language.charAt(2) == '-' || language.charAt(2) == '_');
    }
}
