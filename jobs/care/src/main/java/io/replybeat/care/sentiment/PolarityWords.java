package io.replybeat.care.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Does a word praise, blame or negate, whatever the language?
 *
 * <p>A short list of our own, {@code polarity-words.txt}; what the words weigh is learnt, from the texts of all
 * languages together, so that a language with little data gains from the others. Asked by hash, without a string.
 */
final class PolarityWords {
    static final PolarityWords BUILT_IN = load("polarity-words.txt");

    private static final int SLOTS = 1 << 15;

    private final int[] keys = new int[SLOTS];
    private final byte[] kinds = new byte[SLOTS];
    private static final byte PRAISE = 1;
    private static final byte BLAME = 2;
    private static final byte NEGATION = 3;
    private static final int PREFIX = 0x5BD1E995;

    private PolarityWords() {}

    /** 1, −1, or 0 for a word not in the list. */
    int ofWord(int hash) {
        return polarity(kindOf(hash));
    }

    /** The same for the beginning of a word: {@code lov*}. */
    int ofPrefix(int hash) {
        return polarity(kindOf(hash ^ PREFIX));
    }

    boolean isNegation(int hash) {
        return kindOf(hash) == NEGATION;
    }

    private static int polarity(int kind) {
        return kind == PRAISE ? 1 : kind == BLAME ? -1 : 0;
    }

    private int kindOf(int hash) {
        int slot = hash * 0x9E3779B1 >>> 17;
        while (kinds[slot] != 0) {
            if (keys[slot] == hash) {
                return kinds[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return 0;
    }

    private void put(int hash, byte kind) {
        int slot = hash * 0x9E3779B1 >>> 17;
        while (kinds[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & SLOTS - 1;
        }
        keys[slot] = hash;
        kinds[slot] = kind;
    }

    private static PolarityWords load(String resource) {
        PolarityWords words = new PolarityWords();
        try (InputStream in = PolarityWords.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(" ");
                if (fields.length > 2 && fields[0].length() == 2) {
                    byte kind = "+".equals(fields[1]) ? PRAISE : "-".equals(fields[1]) ? BLAME : NEGATION;
                    Arrays.stream(fields).skip(2).forEach(word -> words.add(word, kind));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource + " failed", e);
        }
        return words;
    }

    private void add(String word, byte kind) {
        if (word.length() > 2 && word.endsWith("*")) {
            put(Features.hashOfWord(word.substring(0, word.length() - 1)) ^ PREFIX, kind);
        } else {
            put(Features.hashOfWord(word), kind);
        }
    }
}
