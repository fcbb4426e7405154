package io.replybeat.care.sentiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares the weight of each feature among the characters it was seen in, and adds these up to words again. */
final class Explainer implements FeatureSink {
    private final Expert expert;
    private final NormalText text;
    private final double[][] byCharacter = new double[Family.COUNT][];
    private final double[] ofWhole = new double[Family.COUNT];
    private final int[] counts = new int[Family.COUNT];

    Explainer(Expert expert, NormalText text) {
        this.expert = expert;
        this.text = text;
        for (int family = 0; family < Family.COUNT; family++) {
            byCharacter[family] = new double[text.length];
        }
    }

    Explanation explain(PolarityWords lexicon) {
        Features.of(text, lexicon, this);
        double[] sums = new double[text.length];
        double rest = (double) expert.biases[2] - expert.biases[0];
        for (int family = 0; family < Family.COUNT; family++) {
            double worth = expert.worth(family, counts[family]);
            rest += worth * ofWhole[family];
            for (int at = 0; at < sums.length; at++) {
                sums[at] += worth * byCharacter[family][at];
            }
        }
        Map<String, Double> terms = new LinkedHashMap<>();
        int at = 0;
        while (at < sums.length) {
            int end = endOfTerm(at, sums);
            if (text.characters[at] != ' ') {
                double sum = 0;
                for (int i = at; i < end; i++) {
                    sum += sums[i];
                }
                terms.merge(shown(at, end), sum, Double::sum);
            }
            at = end;
        }
        List<Explanation.Term> strongestFirst = new ArrayList<>();
        terms.forEach((term, sum) -> strongestFirst.add(new Explanation.Term(term, sum)));
        strongestFirst.sort(Comparator.comparingDouble(term -> -Math.abs(term.contribution())));
        return new Explanation(strongestFirst, rest);
    }

    @Override
    public void words(int hash, int from, int to) {
        share(Family.WORDS.ordinal(), hash, from, to);
    }

    @Override
    public void characters(int hash, int from, int to) {
        share(Family.CHARACTERS.ordinal(), hash, from, to);
    }

    @Override
    public void signs(int hash, int from, int to) {
        share(Family.SIGNS.ordinal(), hash, from, to);
    }

    private void share(int family, int hash, int from, int to) {
        counts[family]++;
        int[] slots = expert.slots[family];
        int weights = slots[hash >>> 32 - Expert.slotBits(slots)];
        int contribution = (byte) (weights >> 16) - (byte) weights;
        int shown = 0;
        for (int at = from; at < to; at++) {
            shown += text.characters[at] == ' ' ? 0 : 1;
        }
        if (shown == 0) {
            ofWhole[family] += contribution;
        }
        for (int at = from; at < to; at++) {
            byCharacter[family][at] += text.characters[at] == ' ' ? 0 : (double) contribution / shown;
        }
    }

    private int endOfTerm(int start, double[] sums) {
        char first = text.characters[start];
        boolean together = NormalText.isWord(first);
        boolean ideographs = Features.isIdeograph(first);
        int at = start + 1;
        while (at < text.length) {
            char c = text.characters[at];
            boolean sameKind = c != ' ' && NormalText.isWord(c) == together && Features.isIdeograph(c) == ideographs;
            if (first == ' ' || !sameKind || ideographs && sums[at] < 0 != sums[start] < 0) {
                break;
            }
            at++;
        }
        return at;
    }

    private String shown(int from, int to) {
        return new String(text.characters, from, to - from)
                .replace(String.valueOf(NormalText.LINK), "http…")
                .replace(String.valueOf(NormalText.MENTION), "@…");
    }
}
