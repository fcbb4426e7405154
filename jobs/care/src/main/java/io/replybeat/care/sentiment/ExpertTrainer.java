package io.replybeat.care.sentiment;

import java.util.Arrays;
import java.util.List;

/** Trains one expert, or the guide to several. Equal texts in equal order give equal weights. */
final class ExpertTrainer {

    /**
     * How an expert is trained.
     *
     * @param bits slots of each family, as a power of two
     * @param fewest a feature seen in fewer texts is left out
     * @param balance 0 counts each text the same, 1 each label the same
     * @param gains how loud each family speaks
     * @param smoothing texts added to each count of naive Bayes
     * @param trust how far naive Bayes says which features to learn from, 0 to 1
     */
    record Settings(
            int[] bits,
            int fewest,
            double balance,
            double[] gains,
            double smoothing,
            double trust,
            Solver.Settings solver) {}

    private final Settings settings;
    private final int[] firstSlot = new int[Family.COUNT + 1];
    private int[] texts;
    private int[] dense;
    private float[] rarity;
    private int biasNumber;

    ExpertTrainer(Settings settings) {
        this.settings = settings;
        for (int family = 0; family < Family.COUNT; family++) {
            firstSlot[family + 1] = firstSlot[family] + (1 << settings.bits()[family]);
        }
    }

    Weights train(List<LabelledText> examples) {
        Bag bag = new Bag();
        texts = new int[firstSlot[Family.COUNT]];
        for (LabelledText example : examples) {
            bag.read(example);
            bag.eachSlot((slot, times) -> texts[slot]++);
        }
        int features = number(examples.size());
        double[] labelWeights = labelWeights(examples);
        Solver.Example[] encoded = new Solver.Example[examples.size()];
        for (int i = 0; i < encoded.length; i++) {
            int label = examples.get(i).label().ordinal();
            bag.read(examples.get(i));
            encoded[i] = bag.example(label, (float) labelWeights[label]);
        }
        float[] trust = trust(encoded, features);
        Solver solver = new Solver(trust, settings.solver());
        solver.learn(encoded);
        return weights(solver, trust, features);
    }

    /** Numbers the slots that are seen often enough; the last number is the bias. */
    private int number(int count) {
        dense = new int[texts.length];
        rarity = new float[texts.length];
        int next = 0;
        for (int slot = 0; slot < texts.length; slot++) {
            boolean sign = slot >= firstSlot[2];
            if (texts[slot] >= (sign ? 1 : settings.fewest())) {
                dense[slot] = next++;
                rarity[slot] = sign ? 1 : (float) (1 + StrictMath.log((double) count / texts[slot])) / 4;
            } else {
                dense[slot] = -1;
            }
        }
        biasNumber = next;
        return next + 1;
    }

    private double[] labelWeights(List<LabelledText> examples) {
        int[] counts = new int[Solver.LABELS];
        examples.forEach(example -> counts[example.label().ordinal()]++);
        double labels = Arrays.stream(counts).filter(count -> count > 0).count();
        double[] weights = new double[Solver.LABELS];
        for (int label = 0; label < Solver.LABELS; label++) {
            double even = examples.size() / labels / Math.max(1, counts[label]);
            weights[label] = StrictMath.pow(even, settings.balance());
        }
        return weights;
    }

    /** How far a feature tells each label from the others, by naive Bayes: a feature is learnt the faster, the more it tells. */
    private float[] trust(Solver.Example[] examples, int features) {
        double[] seen = new double[features * Solver.LABELS];
        double[] labels = new double[Solver.LABELS];
        for (Solver.Example example : examples) {
            labels[example.label()] += example.weight();
            for (int feature : example.features()) {
                seen[feature * Solver.LABELS + example.label()] += example.weight();
            }
        }
        double all = labels[0] + labels[1] + labels[2];
        float[] trust = new float[seen.length];
        for (int feature = 0; feature < features - 1; feature++) {
            int at = feature * Solver.LABELS;
            double sum = seen[at] + seen[at + 1] + seen[at + 2];
            for (int label = 0; label < Solver.LABELS; label++) {
                double a = settings.smoothing();
                double with = (seen[at + label] + a) / (labels[label] + 2 * a);
                double without = (sum - seen[at + label] + a) / (all - labels[label] + 2 * a);
                double ratio = Math.abs(StrictMath.log(with / without));
                trust[at + label] = (float) (1 - settings.trust() + settings.trust() * ratio);
            }
        }
        Arrays.fill(trust, (features - 1) * Solver.LABELS, trust.length, 1);
        return trust;
    }

    private Weights weights(Solver solver, float[] trust, int features) {
        float[][] bySlot = new float[Family.COUNT][];
        float[] biases = new float[Solver.LABELS];
        for (int label = 0; label < Solver.LABELS; label++) {
            biases[label] = solver.weight((features - 1) * Solver.LABELS + label);
        }
        for (int family = 0; family < Family.COUNT; family++) {
            int slots = 1 << settings.bits()[family];
            bySlot[family] = new float[slots * Solver.LABELS];
            for (int slot = 0; slot < slots; slot++) {
                int at = firstSlot[family] + slot;
                if (dense[at] >= 0) {
                    for (int label = 0; label < Solver.LABELS; label++) {
                        bySlot[family][slot * Solver.LABELS + label] = solver.weight(dense[at] * Solver.LABELS + label)
                                * trust[dense[at] * Solver.LABELS + label]
                                * rarity[at]
                                * (float) settings.gains()[family];
                    }
                }
            }
        }
        return new Weights(bySlot, biases);
    }

    @FunctionalInterface
    private interface SlotVisitor {
        void visit(int slot, int times);
    }

    /** The features of one text, as slots of all families. */
    private final class Bag implements FeatureSink {
        private int[] slots = new int[8192];
        private int count;
        private int words;
        private int characters;

        void read(LabelledText example) {
            count = 0;
            words = 0;
            characters = 0;
            Features.of(example.text(), PolarityWords.of(example.language()), this);
            Arrays.sort(slots, 0, count);
        }

        @Override
        public void words(int hash, int from, int to) {
            words++;
            add(firstSlot[0] + (hash >>> 32 - settings.bits()[0]));
        }

        @Override
        public void characters(int hash, int from, int to) {
            characters++;
            add(firstSlot[1] + (hash >>> 32 - settings.bits()[1]));
        }

        @Override
        public void signs(int hash, int from, int to) {
            add(firstSlot[2] + (hash >>> 32 - settings.bits()[2]));
        }

        private void add(int slot) {
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, 2 * count);
            }
            slots[count++] = slot;
        }

        void eachSlot(SlotVisitor visitor) {
            int at = 0;
            while (at < count) {
                int slot = slots[at];
                int first = at;
                while (at < count && slots[at] == slot) {
                    at++;
                }
                visitor.visit(slot, at - first);
            }
        }

        Solver.Example example(int label, float weight) {
            int[] features = new int[count + 1];
            float[] values = new float[count + 1];
            int[] found = new int[1];
            float[] norms = {
                (float) (settings.gains()[0] / Math.sqrt(Math.max(1, words))),
                (float) (settings.gains()[1] / Math.sqrt(Math.max(1, characters))),
                (float) settings.gains()[2]
            };
            eachSlot((slot, times) -> {
                if (dense[slot] >= 0) {
                    features[found[0]] = dense[slot];
                    values[found[0]++] =
                            times * rarity[slot] * norms[slot < firstSlot[1] ? 0 : slot < firstSlot[2] ? 1 : 2];
                }
            });
            features[found[0]] = biasNumber;
            values[found[0]++] = 1;
            return new Solver.Example(
                    Arrays.copyOf(features, found[0]), Arrays.copyOf(values, found[0]), label, weight);
        }
    }
}
