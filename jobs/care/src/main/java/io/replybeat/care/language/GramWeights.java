package io.replybeat.care.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * How much does each group of one to three characters speak for each language?
 *
 * <p>The weights of the maximum entropy model of Apache OpenNLP. Its own evaluation makes a string of each n-gram and weighs 103
 * languages; this table is asked by number and keeps the languages asked for: an n-gram is a number of 48 bits, found by
 * open addressing, its weights are a stretch of two arrays.
 */
final class GramWeights {
    private static final String MODEL = "/langdetect-183.bin";
    private static final int LONGEST_GRAM = 3;
    private static final int BITS_OF_CHARACTER = 16;

    private final int languages;
    private final int mask;
    private final long[] grams;
    /** The weights of the n-gram in slot s are those from {@code start[s]} to {@code start[s + 1]}. */
    private final int[] start;

    private final byte[] language;
    private final float[] weight;

    /** Of all languages that a {@link Writing} leaves a choice of; {@link #sums} has them in this order. */
    static GramWeights shipped() {
        try (InputStream in = GramWeights.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(MODEL + " of opennlp-models-langdetect is not on the class path");
            }
            return new GramWeights((AbstractModel) new LanguageDetectorModel(in).getMaxentModel(), Writing.longCodes());
        } catch (IOException e) {
            throw new UncheckedIOException("the language model " + MODEL + " cannot be read", e);
        }
    }

    /** @param longCodes the outcomes of the model to keep, at most 127 */
    GramWeights(AbstractModel model, List<String> longCodes) {
        languages = longCodes.size();
        int[] places = new int[model.getNumOutcomes()];
        Arrays.setAll(places, outcome -> longCodes.indexOf(model.getOutcome(outcome)));
        Map<String, Context> known = contexts(model);
        known.entrySet().removeIf(gram -> gram.getKey().length() > LONGEST_GRAM || kept(gram.getValue(), places) == 0);
        int slots = Integer.highestOneBit(known.size()) * 4;
        mask = slots - 1;
        grams = new long[slots];
        Context[] bySlot = new Context[slots];
        known.forEach((gram, context) -> {
            long key = key(gram);
            int slot = slotOf(key);
            grams[slot] = key;
            bySlot[slot] = context;
        });
        start = new int[slots + 1];
        for (int slot = 0; slot < slots; slot++) {
            start[slot + 1] = start[slot] + (bySlot[slot] == null ? 0 : kept(bySlot[slot], places));
        }
        language = new byte[start[slots]];
        weight = new float[start[slots]];
        for (int slot = 0; slot < slots; slot++) {
            if (bySlot[slot] != null) {
                fill(start[slot], bySlot[slot], places);
            }
        }
    }

    @SuppressWarnings("unchecked") // as the documentation of getDataStructures says
    private static Map<String, Context> contexts(AbstractModel model) {
        return new HashMap<>((Map<String, Context>) model.getDataStructures()[1]);
    }

    private static int kept(Context context, int[] places) {
        return (int) Arrays.stream(context.getOutcomes())
                .filter(outcome -> places[outcome] >= 0)
                .count();
    }

    private void fill(int from, Context context, int[] places) {
        int at = from;
        for (int i = 0; i < context.getOutcomes().length; i++) {
            int place = places[context.getOutcomes()[i]];
            if (place >= 0) {
                language[at] = (byte) place;
                weight[at] = (float) context.getParameters()[i];
                at++;
            }
        }
    }

    /** The summed weights of the different n-grams of a text, of each language; 0 throughout when none is known. */
    float[] sums(Letters letters) {
        float[] sums = new float[languages];
        int[] seen = new int[Integer.highestOneBit(letters.length * LONGEST_GRAM) * 4];
        for (int from = 0; from < letters.length; from++) {
            int end = Math.min(from + LONGEST_GRAM, letters.length);
            long key = 0;
            for (int at = from; at < end; at++) {
                key = key << BITS_OF_CHARACTER | letters.characters[at];
                int slot = slotOf(key);
                if (grams[slot] != 0 && isNew(slot, seen)) {
                    add(slot, sums);
                }
            }
        }
        return sums;
    }

    private void add(int slot, float[] sums) {
        int end = start[slot + 1];
        for (int at = start[slot]; at < end; at++) {
            sums[language[at]] += weight[at];
        }
    }

    /** Once only: a text that repeats itself says no more. {@code seen} holds slots plus 1, by open addressing. */
    private static boolean isNew(int slot, int[] seen) {
        int at = slot & seen.length - 1;
        while (seen[at] != 0) {
            if (seen[at] == slot + 1) {
                return false;
            }
            at = at + 1 & seen.length - 1;
        }
        seen[at] = slot + 1;
        return true;
    }

    /** Where the n-gram is or, if it is not known, a free slot. */
    private int slotOf(long key) {
        int slot = hash(key) & mask;
        while (grams[slot] != 0 && grams[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static long key(String gram) {
        return gram.chars().asLongStream().reduce(0, (key, c) -> key << BITS_OF_CHARACTER | c);
    }

    private static int hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32);
    }
}
