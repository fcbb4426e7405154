package io.replybeat.care.sentiment;

import java.util.Arrays;

/**
 * How does one kind of text speak? Weights of hashed features; the slot of a feature is the high bits of its hash, and
 * holds the weights of the three labels as signed bytes of one int, so that a feature costs one look-up.
 *
 * <p>The guide of a {@link Panel} is one too: its labels are the kinds of text.
 */
final class Expert {
    /** Of the slots of each family. */
    final int[][] slots;
    /** What one step of a byte is worth, by family. */
    final float[] scales;

    final float[] biases;
    /** A guide heeds words and signs only. */
    private final boolean heedsCharacters;

    Expert(int[][] slots, float[] scales, float[] biases) {
        this.slots = slots;
        this.scales = scales;
        this.biases = biases;
        heedsCharacters = Arrays.stream(slots[Family.CHARACTERS.ordinal()]).anyMatch(weights -> weights != 0);
    }

    /** How much speaks for each label; only differences mean something. */
    double[] logits(NormalText text, WordFeatures found) {
        Sum sum = new Sum(slots);
        found.tell(sum);
        if (heedsCharacters) {
            Features.ofCharacters(text, sum);
        }
        double words = worth(0, sum.wordCount);
        double characters = worth(1, sum.characterCount);
        double signs = worth(2, 1);
        return new double[] {
            biases[0] + words * sum.words0 + characters * sum.characters0 + signs * sum.signs0,
            biases[1] + words * sum.words1 + characters * sum.characters1 + signs * sum.signs1,
            biases[2] + words * sum.words2 + characters * sum.characters2 + signs * sum.signs2
        };
    }

    /** What one step of the weights of a family is worth in a text with so many features of it. */
    double worth(int family, int count) {
        return family == Family.SIGNS.ordinal() ? scales[family] : scales[family] / Math.sqrt(Math.max(1, count));
    }

    static int slotBits(int[] slots) {
        return Integer.numberOfTrailingZeros(slots.length);
    }

    /** Adds up the weights of a text's features; whole numbers, so the order of the features does not matter. */
    private static final class Sum implements FeatureSink {
        private final int[] wordSlots;
        private final int[] characterSlots;
        private final int[] signSlots;
        private final int wordShift;
        private final int characterShift;
        private final int signShift;
        int wordCount;
        int characterCount;
        int words0;
        int words1;
        int words2;
        int characters0;
        int characters1;
        int characters2;
        int signs0;
        int signs1;
        int signs2;

        Sum(int[][] slots) {
            wordSlots = slots[0];
            characterSlots = slots[1];
            signSlots = slots[2];
            wordShift = 32 - slotBits(wordSlots);
            characterShift = 32 - slotBits(characterSlots);
            signShift = 32 - slotBits(signSlots);
        }

        @Override
        public void words(int hash, int from, int to) {
            int weights = wordSlots[hash >>> wordShift];
            wordCount++;
            words0 += (byte) weights;
            words1 += (byte) (weights >> 8);
            words2 += (byte) (weights >> 16);
        }

        @Override
        public void characters(int hash, int from, int to) {
            int weights = characterSlots[hash >>> characterShift];
            characterCount++;
            characters0 += (byte) weights;
            characters1 += (byte) (weights >> 8);
            characters2 += (byte) (weights >> 16);
        }

        @Override
        public void signs(int hash, int from, int to) {
            int weights = signSlots[hash >>> signShift];
            signs0 += (byte) weights;
            signs1 += (byte) (weights >> 8);
            signs2 += (byte) (weights >> 16);
        }
    }
}
