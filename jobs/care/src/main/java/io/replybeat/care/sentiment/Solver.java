package io.replybeat.care.sentiment;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which weights tell the labels of the examples apart?
 *
 * <p>Multinomial logistic regression by follow-the-regularised-leader (McMahan et al. 2013): a learning rate for each
 * weight, L1 so that what says nothing weighs nothing, L2 against trust in the rare. One thread, fixed order of a fixed
 * seed, {@link StrictMath}: equal examples give equal weights on every machine.
 */
final class Solver {
    static final int LABELS = 3;
    private static final long SEED = 20261122;

    record Settings(double rate, double l1, double l2, int epochs, double dropout) {}

    private final Settings settings;
    private final float[] trust;
    private final float[] z;
    private final float[] n;
    private final double[] scores = new double[LABELS];

    Solver(float[] trust, Settings settings) {
        this.settings = settings;
        this.trust = trust;
        int features = trust.length / LABELS;
        z = new float[features * LABELS];
        n = new float[features * LABELS];
    }

    /** An example: which features with which values, its label and how much it counts. */
    record Example(int[] features, float[] values, int label, float weight) {}

    void learn(Example[] examples) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] order = new int[examples.length];
        Arrays.setAll(order, i -> i);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            shuffle(order, random);
            for (int i : order) {
                learn(settings.dropout() > 0 ? thinned(examples[i], random) : examples[i]);
            }
        }
    }

    /** Without a random part of the features, the rest louder: no label may hang on a few of them alone. */
    private Example thinned(Example example, SplittableRandom random) {
        int most = example.features().length;
        int[] features = new int[most];
        float[] values = new float[most];
        float louder = (float) (1 / (1 - settings.dropout()));
        int threshold = (int) (settings.dropout() * 256);
        int kept = 0;
        long bits = 0;
        for (int i = 0; i < most - 1; i++) {
            if ((i & 7) == 0) {
                bits = random.nextLong();
            }
            if ((bits & 255) >= threshold) {
                features[kept] = example.features()[i];
                values[kept++] = example.values()[i] * louder;
            }
            bits >>>= 8;
        }
        // The last one is the bias.
        features[kept] = example.features()[most - 1];
        values[kept++] = example.values()[most - 1];
        return new Example(
                Arrays.copyOf(features, kept), Arrays.copyOf(values, kept), example.label(), example.weight());
    }

    private void learn(Example example) {
        int[] features = example.features();
        float[] values = example.values();
        Arrays.fill(scores, 0);
        float[] weights = new float[features.length * LABELS];
        for (int i = 0; i < features.length; i++) {
            int at = features[i] * LABELS;
            for (int label = 0; label < LABELS; label++) {
                float weight = weight(at + label);
                weights[i * LABELS + label] = weight;
                scores[label] += weight * trust[at + label] * values[i];
            }
        }
        softmax(scores);
        float rate = (float) settings.rate();
        for (int label = 0; label < LABELS; label++) {
            float slope = (float) (scores[label] - (label == example.label() ? 1 : 0)) * example.weight();
            for (int i = 0; i < features.length; i++) {
                int at = features[i] * LABELS + label;
                float gradient = slope * values[i] * trust[at];
                float before = n[at];
                float after = before + gradient * gradient;
                float sigma = ((float) Math.sqrt(after) - (float) Math.sqrt(before)) / rate;
                z[at] += gradient - sigma * weights[i * LABELS + label];
                n[at] = after;
            }
        }
    }

    float weight(int at) {
        float sum = z[at];
        float l1 = (float) settings.l1();
        if (Math.abs(sum) <= l1) {
            return 0;
        }
        float shrunk = sum > 0 ? sum - l1 : sum + l1;
        return -shrunk / ((1 + (float) Math.sqrt(n[at])) / (float) settings.rate() + (float) settings.l2());
    }

    static void softmax(double[] scores) {
        double most = Math.max(scores[0], Math.max(scores[1], scores[2]));
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - most);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
