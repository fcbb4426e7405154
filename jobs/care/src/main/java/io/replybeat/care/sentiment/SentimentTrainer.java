package io.replybeat.care.sentiment;

import io.replybeat.care.metric.MetricHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which model follows from labelled texts? Equal texts in equal order give an equal model, byte for byte.
 *
 * <p>{@link #split} keeps a share for validation by the hash of the text, so that a text that occurs twice is on one
 * side only.
 */
public final class SentimentTrainer {
    private static final int SHARE_STEPS = 10_000;
    /** About so many texts of a language teach the expert for all other languages. */
    private static final int TEXTS_OF_A_LANGUAGE_FOR_OTHERS = 2500;

    private final Consumer<String> progress;

    /** Texts to learn from and texts to be judged by. */
    public record Split(List<LabelledText> training, List<LabelledText> validation) {}

    public SentimentTrainer(Consumer<String> progress) {
        this.progress = progress;
    }

    /** About {@code share} of the texts, 0 to 1, for validation. */
    public static Split split(List<LabelledText> texts, double share) {
        List<LabelledText> training = new ArrayList<>();
        List<LabelledText> validation = new ArrayList<>();
        for (LabelledText text : texts) {
            long step = Long.remainderUnsigned(MetricHash.of(text.text()), SHARE_STEPS);
            (step < share * SHARE_STEPS ? validation : training).add(text);
        }
        return new Split(training, validation);
    }

    /** A group of languages without texts is judged by the expert for all other languages. */
    public LinearSentiment train(List<LabelledText> texts) {
        LanguageGroup[] groups = LanguageGroup.values();
        Expert[] experts = new Expert[groups.length];
        Expert other = expert(LanguageGroup.OTHER, someOfEach(texts));
        for (LanguageGroup group : groups) {
            List<LabelledText> examples = of(group, texts);
            experts[group.ordinal()] =
                    group == LanguageGroup.OTHER || examples.isEmpty() ? other : expert(group, examples);
        }
        return new LinearSentiment(experts);
    }

    private Expert expert(LanguageGroup group, List<LabelledText> examples) {
        progress.accept("training %s on %,d texts".formatted(group.name().toLowerCase(Locale.ROOT), examples.size()));
        return new ExpertTrainer(group.settings()).train(examples);
    }

    private static List<LabelledText> of(LanguageGroup group, List<LabelledText> texts) {
        return texts.stream()
                .filter(text -> LanguageGroup.of(text.language()) == group)
                .toList();
    }

    private static List<LabelledText> someOfEach(List<LabelledText> texts) {
        var counts = texts.stream().collect(Collectors.groupingBy(LabelledText::language, Collectors.counting()));
        return texts.stream()
                .filter(text -> {
                    long oneIn = 1 + counts.get(text.language()) / TEXTS_OF_A_LANGUAGE_FOR_OTHERS;
                    return Long.remainderUnsigned(MetricHash.of(text.text()) / SHARE_STEPS, oneIn) == 0;
                })
                // As it will be judged: nobody says in which language it is.
                .map(text -> new LabelledText(text.label(), "und", text.source(), text.text()))
                .toList();
    }
}
