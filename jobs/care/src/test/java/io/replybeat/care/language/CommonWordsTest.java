package io.replybeat.care.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonWordsTest {

    private static final int PLACES = Writing.longCodes().size();

    @Test
    void a_word_speaks_for_all_its_languages_and_no_other() {
        float[] sums = sums("nicht");
        assertThat(sums[Writing.LATIN.placeOf("de")]).isEqualTo(1);
        assertThat(sums).containsOnly(0, 1);
        assertThat(sums("para")[Writing.LATIN.placeOf("es")]).isEqualTo(1);
        assertThat(sums("para")[Writing.LATIN.placeOf("pt")]).isEqualTo(1);
        assertThat(sums("Vodafone")).containsOnly(0);
    }

    @Test
    void hindi_has_words_of_both_its_writings() {
        assertThat(sums("nahi")[Writing.LATIN.placeOf("hi")]).isEqualTo(1);
        assertThat(sums("नहीं")[Writing.DEVANAGARI.placeOf("hi")]).isEqualTo(1);
    }

    @Test
    void every_language_that_is_chosen_from_has_words() {
        List<String> lines = lines();
        for (Writing writing : Writing.values()) {
            if (writing.leavesChoice()) {
                writing.languages().forEach(language -> assertThat(lines)
                        .as(language.code())
                        .anyMatch(line -> line.startsWith(language.code() + ": ")));
            }
        }
        assertThat(PLACES).as("one bit each").isLessThanOrEqualTo(Long.SIZE);
    }

    @Test
    void the_words_are_spelt_as_they_are_looked_for_and_stand_once_in_a_line() {
        for (String line : lines()) {
            List<String> words = List.of(line.substring(line.indexOf(": ") + 2).split(" "));
            assertThat(words).doesNotHaveDuplicates();
            assertThat(words).allSatisfy(word -> {
                Letters letters = Letters.of(word);
                assertThat(new String(letters.characters, 0, letters.length)).isEqualTo(" " + word + " ");
            });
        }
    }

    private static float[] sums(String text) {
        float[] sums = new float[PLACES];
        CommonWords.shipped().addTo(sums, Letters.of(text), 1);
        return sums;
    }

    private static List<String> lines() {
        try (InputStream in = CommonWords.class.getResourceAsStream("common-words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
