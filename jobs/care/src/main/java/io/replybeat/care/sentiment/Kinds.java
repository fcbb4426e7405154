package io.replybeat.care.sentiment;

import io.replybeat.care.event.Payload.Sentiment.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which kinds of text are there among the examples of a group of languages?
 *
 * <p>A source is a kind of its own when it has a thousand texts, and every label and every language that the group has:
 * a guide to sources of one label or one language would judge the tone itself, or the language. The three largest of
 * these are the kinds, largest first; all other texts count to the largest. With fewer than two there is one kind.
 */
final class Kinds {
    private static final int FEWEST_TEXTS = 1000;
    /** As many as a guide has labels for. */
    private static final int MOST = Solver.LABELS;

    private Kinds() {}

    static List<List<LabelledText>> of(List<LabelledText> examples) {
        Map<String, List<LabelledText>> bySource = examples.stream()
                .collect(Collectors.groupingBy(LabelledText::source, TreeMap::new, Collectors.toList()));
        List<String> sources = bySource.keySet().stream()
                .filter(source -> isKind(bySource.get(source), examples))
                .sorted(Comparator.comparingInt(source -> -bySource.get(source).size()))
                .limit(MOST)
                .toList();
        if (sources.size() < 2) {
            return List.of(examples);
        }
        List<List<LabelledText>> kinds = new ArrayList<>();
        sources.forEach(source -> kinds.add(bySource.remove(source)));
        bySource.values().forEach(kinds.get(0)::addAll);
        return kinds;
    }

    private static boolean isKind(List<LabelledText> texts, List<LabelledText> all) {
        return texts.size() >= FEWEST_TEXTS
                && labels(texts).equals(labels(all))
                && languages(texts).equals(languages(all));
    }

    private static Set<Label> labels(List<LabelledText> texts) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        texts.forEach(text -> labels.add(text.label()));
        return labels;
    }

    private static Set<String> languages(List<LabelledText> texts) {
        Set<String> languages = new HashSet<>();
        texts.forEach(text -> languages.add(text.language()));
        return languages;
    }
}
