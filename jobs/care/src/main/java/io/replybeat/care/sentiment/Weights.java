package io.replybeat.care.sentiment;

import java.util.Arrays;

/**
 * What was learnt for each slot, before it is rounded to bytes?
 *
 * @param bySlot of each family by slot, then by label
 * @param biases by label
 */
record Weights(float[][] bySlot, float[] biases) {

    /** The mean of these weights and the other ones, which count {@code share} where these count 1. */
    Weights with(Weights other, float share) {
        float[][] means = new float[bySlot.length][];
        for (int family = 0; family < means.length; family++) {
            means[family] = mean(bySlot[family], other.bySlot[family], share);
        }
        return new Weights(means, mean(biases, other.biases, share));
    }

    private static float[] mean(float[] a, float[] b, float share) {
        float[] means = new float[a.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (a[i] + share * b[i]) / (1 + share);
        }
        return means;
    }

    Expert rounded() {
        int[][] slots = new int[bySlot.length][];
        float[] scales = new float[bySlot.length];
        for (int family = 0; family < slots.length; family++) {
            float[] weights = bySlot[family];
            float scale = scale(weights);
            scales[family] = scale;
            slots[family] = new int[weights.length / Solver.LABELS];
            Arrays.setAll(
                    slots[family],
                    slot -> step(weights[slot * Solver.LABELS], scale) & 0xFF
                            | (step(weights[slot * Solver.LABELS + 1], scale) & 0xFF) << 8
                            | (step(weights[slot * Solver.LABELS + 2], scale) & 0xFF) << 16);
        }
        return new Expert(slots, scales, biases);
    }

    /** One in ten thousand weights may be cut; the others share the 127 steps. */
    private static float scale(float[] weights) {
        float[] sizes = new float[weights.length];
        int count = 0;
        for (float weight : weights) {
            if (weight != 0) {
                sizes[count++] = Math.abs(weight);
            }
        }
        if (count == 0) {
            return 1;
        }
        Arrays.sort(sizes, 0, count);
        return sizes[(int) (count * 0.9999)] / 127;
    }

    private static int step(float weight, float scale) {
        return Math.max(-127, Math.min(127, Math.round(weight / scale)));
    }
}
