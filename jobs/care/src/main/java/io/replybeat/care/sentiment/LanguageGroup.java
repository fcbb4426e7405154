package io.replybeat.care.sentiment;

import java.util.List;

/**
 * Which languages share an expert, and how is it trained? Languages that share words and spelling learn from each other;
 * the settings were chosen by cross-validation on the training data (docs/sentiment.md).
 */
enum LanguageGroup {
    ENGLISH(List.of("en"), 19, 20, 1, new Solver.Settings(0.2, 0, 1, 3, 0)),
    GERMAN(List.of("de"), 19, 20, 0.4, new Solver.Settings(0.2, 0, 1, 5, 0)),
    ROMANCE(List.of("es", "pt", "it", "fr"), 19, 20, 0.7, new Solver.Settings(0.2, 0, 1, 5, 0)),
    JAPANESE(List.of("ja"), 18, 19, 0.2, new Solver.Settings(0.4, 0, 1, 6, 0)),
    CHINESE(List.of("zh"), 19, 20, 0.2, new Solver.Settings(0.2, 0, 1, 8, 0.3)),
    ARABIC(List.of("ar"), 18, 19, 0.7, new Solver.Settings(0.2, 0, 1, 5, 0)),
    HINDI(List.of("hi"), 18, 19, 0.7, new Solver.Settings(0.2, 0, 1, 5, 0)),
    /** Any other language and none: trained on some texts of every language; knows emoji, emoticons, the commonest words. */
    OTHER(List.of(), 17, 18, 0.7, new Solver.Settings(0.2, 0, 1, 3, 0));

    private static final LanguageGroup[] ALL = values();

    private final List<String> languages;
    private final ExpertTrainer.Settings settings;

    /** Naive Bayes ({@code trust}, 0 to 1) helps where labels follow from many words; dropout where texts are long. */
    LanguageGroup(List<String> languages, int wordBits, int gramBits, double trust, Solver.Settings solver) {
        this.languages = languages;
        int fewest = languages.isEmpty() ? 4 : 2;
        // A word of Japanese is a character or two here: single ones and pairs say more than the long n-grams.
        double[] gains = languages.contains("ja") ? new double[] {2, 0.7, 0.5} : new double[] {1, 1, 0.5};
        settings = new ExpertTrainer.Settings(new int[] {wordBits, gramBits, 12}, fewest, 1, gains, 1, trust, solver);
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
