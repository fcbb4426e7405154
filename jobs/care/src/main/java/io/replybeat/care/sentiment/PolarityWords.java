package io.replybeat.care.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Does a word of a language praise, blame, negate, ask?
 *
 * <p>A list of our own, {@code polarity-words.txt}; what the kinds weigh is learnt. Each language has its own words, for
 * <i>die</i> is no blame in German and <i>no</i> no negation in Portuguese. Asked by hash, without a string; the accents
 * of Latin letters do not matter.
 */
final class PolarityWords {
    private static final String RESOURCE = "polarity-words.txt";
    /** The lines of every language: emoji, emoticons, English words that are said everywhere. */
    private static final String SHARED = "xx";

    /** The verb closes the sentence in Japanese. */
    private static final String VERB_LAST = "ja";

    private static final int PREFIX = 0x5BD1E995;
    private static final char[] PLAIN = plainLetters();
    private static final List<PolarityWords> BY_LANGUAGE = new ArrayList<>();
    private static final PolarityWords ANY;

    static {
        List<String[]> lines = lines();
        List<String> languages = lines.stream().map(line -> line[0]).distinct().toList();
        for (String language : languages) {
            if (!SHARED.equals(language)) {
                // Hindi is written with much English in it.
                List<String> sources =
                        "hi".equals(language) ? List.of(SHARED, "en", language) : List.of(SHARED, language);
                BY_LANGUAGE.add(new PolarityWords(language, lines, sources));
            }
        }
        ANY = new PolarityWords("", lines, languages);
    }

    /** What a known word does in a sentence. */
    enum Kind {
        DELIGHT("++"),
        PRAISE("+"),
        BLAME("-"),
        OUTRAGE("--"),
        /** Turns the words after it. */
        NEGATION("!"),
        /** Turns the word before it, as in Japanese. */
        NEGATION_BEHIND("<"),
        STRESS("^"),
        LAUGHTER("~"),
        QUESTION("?"),
        /** Tells of times, places, media: seldom with a tone. */
        FACT("="),
        CONTRAST("&");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        private static Kind of(String sign) {
            for (Kind kind : values()) {
                if (kind.sign.equals(sign)) {
                    return kind;
                }
            }
            throw new IllegalStateException(RESOURCE + ": no kind of word is written " + sign);
        }
    }

    /**
     * A word of the list.
     *
     * @param hash the same for all endings of {@code lov*} and for letters with and without accents
     */
    record Known(Kind kind, int hash) {}

    private final String language;
    private final boolean ordered;
    /** Of Chinese and Japanese characters in a word. */
    private int longest;
    /** 0 where the slot is free: most questions end here. */
    private final int[] keys;

    private final Known[] words;
    private final int shift;

    private PolarityWords(String language, List<String[]> lines, List<String> sources) {
        this.language = language;
        ordered = VERB_LAST.equals(language);
        int count = lines.stream()
                .filter(line -> sources.contains(line[0]))
                .mapToInt(line -> line.length)
                .sum();
        int slots = Integer.highestOneBit(8 * count);
        keys = new int[slots];
        words = new Known[slots];
        shift = 32 - Integer.numberOfTrailingZeros(slots);
        for (String source : sources) {
            for (String[] line : lines) {
                if (line[0].equals(source)) {
                    Kind kind = Kind.of(line[1]);
                    Arrays.stream(line).skip(2).forEach(word -> add(word, kind));
                }
            }
        }
    }

    /** The words of an ISO 639-1 code, with or without a region; those of all languages for any other and null. */
    static PolarityWords of(String language) {
        for (PolarityWords words : BY_LANGUAGE) {
            if (LanguageGroup.isLanguage(language, words.language)) {
                return words;
            }
        }
        return ANY;
    }

    /**
     * Does it matter in which order its words stand? It gained half a point of macro-F1 in Japanese, whose verb closes the
     * sentence, and nothing in Chinese.
     */
    boolean isOrdered() {
        return ordered;
    }

    /** The characters of the longest Chinese or Japanese word. */
    int longest() {
        return longest;
    }

    /** A letter without its accent: as it is hashed to ask for a word. */
    static char plain(char c) {
        return c < PLAIN.length ? PLAIN[c] : c;
    }

    /** Null for a word that is not in the list. */
    Known ofWord(int hash) {
        int slot = hash * 0x9E3779B1 >>> shift;
        while (keys[slot] != 0) {
            if (keys[slot] == hash) {
                return words[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return null;
    }

    /** The same for the beginning of a word: {@code lov*}. */
    Known ofPrefix(int hash) {
        return ofWord(hash ^ PREFIX);
    }

    private void add(String word, Kind kind) {
        boolean prefix = word.length() > 2 && word.endsWith("*");
        if (Features.isIdeograph(word.charAt(0))) {
            longest = Math.max(longest, word.length());
        }
        char[] letters = (prefix ? word.substring(0, word.length() - 1) : word).toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = plain(letters[i]);
        }
        int hash = Features.hashOfWord(new String(letters)) ^ (prefix ? PREFIX : 0);
        int slot = hash * 0x9E3779B1 >>> shift;
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = hash;
        words[slot] = new Known(kind, hash);
    }

    private static List<String[]> lines() {
        try (InputStream in = PolarityWords.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(" "))
                    .filter(fields -> fields.length > 2 && fields[0].length() == 2)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE + " failed", e);
        }
    }

    private static char[] plainLetters() {
        char[] plain = new char[0x250];
        for (char c = 0; c < plain.length; c++) {
            plain[c] =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        }
        return plain;
    }
}
