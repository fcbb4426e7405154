package io.replybeat.care.sentiment;

import io.replybeat.care.event.Payload.Sentiment.Label;
import io.replybeat.care.metric.MetricHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** How much what holds for all kinds counts with an expert, against 1 for what holds for its own. */
    private static final float SHARED = 0.3f;
    /** Guides weigh words and signs, no n-grams: these tell kinds apart as well, and cost less. */
    private static final ExpertTrainer.Settings GUIDE = new ExpertTrainer.Settings(
            new int[] {15, 1, 15}, 2, 1, new double[] {1, 0, 0.3}, 1, 0.5, new Solver.Settings(0.2, 0, 1, 3, 0));

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

    /** One of {@code folds} splits, {@code fold} counted from 0, of which each text is for validation in exactly one. */
    public static Split fold(List<LabelledText> texts, int fold, int folds) {
        Map<Boolean, List<LabelledText>> inFold = texts.stream()
                .collect(Collectors.partitioningBy(
                        text -> Long.remainderUnsigned(MetricHash.of(text.text()), folds) == fold));
        return new Split(inFold.get(false), inFold.get(true));
    }

    /** A group of languages without texts is judged by the expert for all other languages. */
    public LinearSentiment train(List<LabelledText> texts) {
        LanguageGroup[] groups = LanguageGroup.values();
        Panel[] panels = new Panel[groups.length];
        Panel other = panel(LanguageGroup.OTHER, List.of(someOfEach(texts)));
        for (LanguageGroup group : groups) {
            List<LabelledText> examples = of(group, texts);
            panels[group.ordinal()] =
                    group == LanguageGroup.OTHER || examples.isEmpty() ? other : panel(group, Kinds.of(examples));
        }
        return new LinearSentiment(panels);
    }

    private Panel panel(LanguageGroup group, List<List<LabelledText>> kinds) {
        List<LabelledText> examples = kinds.stream().flatMap(List::stream).toList();
        progress.accept("training %s on %,d texts of %d kind%s"
                .formatted(
                        group.name().toLowerCase(Locale.ROOT),
                        examples.size(),
                        kinds.size(),
                        kinds.size() == 1 ? "" : "s"));
        boolean binary = examples.stream().noneMatch(example -> example.label() == Label.NEUTRAL);
        Weights shared = new ExpertTrainer(group.settings()).train(examples);
        if (kinds.size() == 1) {
            return new Panel(List.of(shared.rounded()), null, binary);
        }
        List<Expert> experts = new ArrayList<>();
        for (List<LabelledText> kind : kinds) {
            Weights own = new ExpertTrainer(group.settings()).train(kind);
            experts.add(own.with(shared, SHARED).rounded());
        }
        return new Panel(experts, guide(kinds).rounded(), binary);
    }

    /** Its labels are the kinds: the first stands for the first kind, and so on. */
    private static Weights guide(List<List<LabelledText>> kinds) {
        List<LabelledText> examples = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (LabelledText text : kinds.get(kind)) {
                examples.add(new LabelledText(Label.values()[kind], text.language(), text.source(), text.text()));
            }
        }
        return new ExpertTrainer(GUIDE).train(examples);
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
