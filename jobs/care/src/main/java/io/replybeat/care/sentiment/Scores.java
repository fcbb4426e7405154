package io.replybeat.care.sentiment;

import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Sentiment.Label;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well does a model agree with people, by language and source?
 *
 * <p>Macro-recall and macro-F1 are means over the labels that occur in the set, so that a rare label counts as much as a
 * frequent one. A set without a neutral text is judged by the sign of the score, 0 as positive.
 */
public final class Scores {
    private static final int LABELS = Label.values().length;

    private final Map<String, Table> tables = new TreeMap<>();

    /** The figures of one set; shares from 0 to 1. */
    public record Figures(int texts, double macroRecall, double macroF1, double accuracy, boolean bySign) {}

    public void add(LabelledText text, Sentiment predicted) {
        tables.computeIfAbsent(text.language() + "\t" + text.source(), set -> new Table())
                .add(text.label(), predicted);
    }

    /** Of the texts of one language and source; null when there are none. */
    public Figures of(String language, String source) {
        Table table = tables.get(language + "\t" + source);
        return table == null ? null : table.figures();
    }

    /** A table for people, sorted by language and source. */
    public String render() {
        StringBuilder page = new StringBuilder("lang  source                 n  macro-recall  macro-F1  accuracy\n");
        tables.forEach((set, table) -> {
            String[] names = set.split("\t");
            Figures figures = table.figures();
            page.append(String.format(
                    Locale.ROOT,
                    "%-5s %-16s %,7d  %12.3f  %8.3f  %8.3f%s%n",
                    names[0],
                    names[1],
                    figures.texts(),
                    figures.macroRecall(),
                    figures.macroF1(),
                    figures.accuracy(),
                    figures.bySign() ? "  no neutral texts: judged by the sign of the score" : ""));
        });
        return page.toString();
    }

    private static final class Table {
        private final int[][] byLabel = new int[LABELS][LABELS];
        private final int[][] bySign = new int[LABELS][LABELS];

        void add(Label label, Sentiment predicted) {
            byLabel[label.ordinal()][predicted.label().ordinal()]++;
            Label sign = predicted.score() < 0 ? Label.NEGATIVE : Label.POSITIVE;
            bySign[label.ordinal()][sign.ordinal()]++;
        }

        Figures figures() {
            boolean withoutNeutral = sum(byLabel[Label.NEUTRAL.ordinal()]) == 0;
            int[][] counts = withoutNeutral ? bySign : byLabel;
            double recall = 0;
            double f1 = 0;
            int right = 0;
            int all = 0;
            int labels = 0;
            for (int label = 0; label < LABELS; label++) {
                int actual = sum(counts[label]);
                int predicted = 0;
                for (int[] row : counts) {
                    predicted += row[label];
                }
                if (actual > 0) {
                    labels++;
                    recall += (double) counts[label][label] / actual;
                    f1 += 2.0 * counts[label][label] / (actual + predicted);
                    right += counts[label][label];
                    all += actual;
                }
            }
            return new Figures(all, recall / labels, f1 / labels, (double) right / all, withoutNeutral);
        }

        private static int sum(int[] row) {
            int sum = 0;
            for (int count : row) {
                sum += count;
            }
            return sum;
        }
    }
}
