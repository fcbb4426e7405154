package io.replybeat.care.sentiment;

import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Sentiment.Label;
import java.util.List;

/**
 * Who judges a text of one group of languages, and how?
 *
 * <p>Each expert knows one kind of text, such as tweets to airlines or reviews of hotels: its words, and what those who
 * labelled such texts call neutral. A guide tells the kinds apart by their words and signs and names the expert to be
 * asked.
 *
 * @param experts one to three
 * @param guide its first logit speaks for the first expert, and so on; null where there is one expert only
 * @param binary whether their examples know no neutral tone
 */
record Panel(List<Expert> experts, Expert guide, boolean binary) {
    private static final Label[] LABELS = Label.values();

    Panel {
        if (experts.isEmpty() || experts.size() > Solver.LABELS || guide == null != (experts.size() == 1)) {
            throw new IllegalArgumentException("one expert and no guide, or two or three and one");
        }
        experts = List.copyOf(experts);
    }

    Sentiment judge(String text, PolarityWords lexicon) {
        NormalText normal = NormalText.of(text);
        WordFeatures words = WordFeatures.of(normal, lexicon);
        double[] logits = expertFor(normal, words).logits(normal, words);
        double most = Math.max(logits[0], Math.max(logits[1], logits[2]));
        double a = Math.exp(logits[0] - most);
        double b = binary ? 0 : Math.exp(logits[1] - most);
        double c = Math.exp(logits[2] - most);
        double score = (c - a) / (a + b + c);
        Label label;
        if (binary) {
            label = score > 1.0 / 3 ? Label.POSITIVE : score < -1.0 / 3 ? Label.NEGATIVE : Label.NEUTRAL;
        } else {
            label = LABELS[a >= b && a >= c ? 0 : b >= c ? 1 : 2];
        }
        return new Sentiment(label, score);
    }

    /** Why so? Slower than {@link #judge}. */
    Explanation explain(String text, PolarityWords lexicon) {
        NormalText normal = NormalText.of(text);
        WordFeatures words = WordFeatures.of(normal, lexicon);
        return new Explainer(expertFor(normal, words), normal).explain(lexicon);
    }

    Expert expertFor(NormalText text, WordFeatures words) {
        int likeliest = 0;
        if (guide != null) {
            double[] logits = guide.logits(text, words);
            for (int kind = 1; kind < experts.size(); kind++) {
                likeliest = logits[kind] > logits[likeliest] ? kind : likeliest;
            }
        }
        return experts.get(likeliest);
    }
}
