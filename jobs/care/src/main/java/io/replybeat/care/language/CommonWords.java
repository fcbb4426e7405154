package io.replybeat.care.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which languages have this word among their commonest?
 *
 * <p>The n-grams know newspapers and waver below ten words; these are for texts of two or three. A word is found by a hash of
 * 64 bits, without making a string.
 */
final class CommonWords {
    private static final String RESOURCE = "common-words.txt";
    private static final long PRIME = 0x100000001B3L;
    private static final long START = 0xCBF29CE484222325L;

    private final long[] words;
    /** Of the word in the same slot: bit p is the language at place p of {@link Writing#longCodes}. */
    private final long[] languages;

    private CommonWords(Map<Long, Long> languagesOfWord) {
        int slots = Integer.highestOneBit(languagesOfWord.size()) * 4;
        words = new long[slots];
        languages = new long[slots];
        languagesOfWord.forEach((hash, places) -> {
            int slot = slotOf(hash);
            words[slot] = hash;
            languages[slot] = places;
        });
    }

    static CommonWords shipped() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CommonWords.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return new CommonWords(read(lines.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common words cannot be read", e);
        }
    }

    private static Map<Long, Long> read(List<String> lines) {
        Map<Long, Long> languagesOfWord = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(": ", 2);
            for (String word : parts[1].split(" ")) {
                // Hindi, too, has words of two writings.
                long bit = 1L << Writing.of(word.charAt(0)).placeOf(parts[0]);
                languagesOfWord.merge(hash(word.toCharArray(), 0, word.length()), bit, (a, b) -> a | b);
            }
        }
        return languagesOfWord;
    }

    /** Adds {@code gain} to the sums of all languages that a word of the text is of, as often as one stands there. */
    void addTo(float[] sums, Letters letters, float gain) {
        int from = 1;
        for (int at = 1; at < letters.length; at++) {
            if (letters.characters[at] == ' ') {
                add(languages[slotOf(hash(letters.characters, from, at))], sums, gain);
                from = at + 1;
            }
        }
    }

    private static void add(long places, float[] sums, float gain) {
        for (long rest = places; rest != 0; rest &= rest - 1) {
            sums[Long.numberOfTrailingZeros(rest)] += gain;
        }
    }

    /** Where the word is or, if it is not known, a free slot. */
    private int slotOf(long hash) {
        int slot = (int) (hash ^ hash >>> 32) & words.length - 1;
        while (words[slot] != 0 && words[slot] != hash) {
            slot = slot + 1 & words.length - 1;
        }
        return slot;
    }

    private static long hash(char[] characters, int from, int to) {
        long hash = START;
        for (int at = from; at < to; at++) {
            hash = (hash ^ characters[at]) * PRIME;
        }
        return hash;
    }
}
