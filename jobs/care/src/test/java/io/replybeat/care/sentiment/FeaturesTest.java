package io.replybeat.care.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    @Test
    void the_third_repetition_of_a_letter_says_no_more_than_the_second() {
        assertThat(normal("sooooooo good")).isEqualTo(normal("soo good"));
        assertThat(NormalText.of("sooo").elongations).isOne();
        assertThat(NormalText.of("soo").elongations).isZero();
    }

    @Test
    void a_number_is_no_elongation() {
        assertThat(NormalText.of("10000 points").elongations).isZero();
    }

    @Test
    void links_and_mentions_are_folded() {
        assertThat(normal("@anna see https://a.example/x?y=1 now"))
                .isEqualTo(normal("@bob see http://b.example now"))
                .isEqualTo(" " + NormalText.MENTION + " see " + NormalText.LINK + " now ");
    }

    @Test
    void entities_and_typographic_quotes_are_what_they_stand_for() {
        assertThat(normal("I don’t &lt;3 R&amp;D")).isEqualTo(normal("i don't <3 r&d"));
    }

    @Test
    void words_in_capitals_are_counted_and_lowered() {
        assertThat(normal("WORST airline EVER")).isEqualTo(normal("worst airline ever"));
        assertThat(NormalText.of("WORST airline EVER").shoutedWords).isEqualTo(2);
    }

    @Test
    void a_hashtag_has_the_word_in_it_too() {
        assertThat(wordsOf("#fail")).containsAll(wordsOf("fail").subList(0, 1));
    }

    @Test
    void a_negation_marks_the_words_after_it_up_to_the_punctuation() {
        int plain = wordsOf("x good").size();
        assertThat(wordsOf("not good")).hasSize(plain + 1);
        assertThat(wordsOf("not, good")).hasSize(wordsOf("x, good").size());
        assertThat(wordsOf("didn't good")).hasSize(plain + 1);
    }

    @Test
    void known_praise_counts_as_blame_when_negated() {
        assertThat(signsOf("good service", "en")).isNotEqualTo(signsOf("not good service", "en"));
        assertThat(signsOf("tolle sache", "de")).isNotEqualTo(signsOf("nicht tolle sache", "de"));
    }

    @Test
    void known_words_of_one_kind_are_told_apart_but_not_their_endings() {
        assertThat(signsOf("good", "en")).hasSameSizeAs(signsOf("nice", "en")).isNotEqualTo(signsOf("nice", "en"));
        assertThat(signsOf("maravilhosa", "pt")).isEqualTo(signsOf("maravilhosos", "pt"));
    }

    @Test
    void a_known_word_that_is_turned_is_another_sign() {
        int itself = signsOf("good", "en").get(1);
        assertThat(signsOf("so good", "en")).contains(itself);
        assertThat(signsOf("not good", "en")).doesNotContain(itself);
    }

    @Test
    void a_japanese_negation_turns_the_word_before_it() {
        // The kind of "not", itself, the kind of "good".
        int negatedPraise = signsOf("not good", "en").get(2);
        assertThat(signsOf("部屋は広くないです", "ja")).contains(negatedPraise);
        assertThat(signsOf("部屋は広いです", "ja")).doesNotContain(negatedPraise);
        // Of another sentence.
        assertThat(signsOf("部屋は広い。虫はいない", "ja")).doesNotContain(negatedPraise);
    }

    @Test
    void a_word_means_what_it_means_in_its_language() {
        assertThat(signsOf("die", "en")).isNotEqualTo(signsOf("xyz", "en"));
        assertThat(signsOf("die", "de")).isEqualTo(signsOf("xyz", "de"));
        assertThat(signsOf("die", "de-AT")).isEqualTo(signsOf("die", "de"));
    }

    @Test
    void accents_and_an_elongated_end_do_not_hide_a_known_word() {
        assertThat(signsOf("parabéns", "pt")).isEqualTo(signsOf("parabens", "pt"));
        assertThat(signsOf("amoo", "pt")).isEqualTo(signsOf("amo", "pt")).isNotEqualTo(signsOf("xyz", "pt"));
    }

    @Test
    void what_follows_a_contrast_is_told_from_what_precedes_it() {
        // The contrast by its kind and by itself, the tone before it, the tone after it.
        int plain = signsOf("slow and good", "en").size();
        assertThat(signsOf("slow but good", "en")).hasSize(plain + 4);
    }

    @Test
    void an_emoticon_is_one_sign_with_or_without_a_nose() {
        assertThat(wordsOf(":-)")).isEqualTo(wordsOf(":)"));
        assertThat(wordsOf(":D")).isNotEqualTo(wordsOf(":P"));
    }

    @Test
    void each_character_of_chinese_and_japanese_is_a_word() {
        assertThat(wordsOf("好吃")).hasSize(6);
        assertThat(wordsOf("great service 好吃")).containsAll(wordsOf("好").subList(0, 1));
    }

    @Test
    void in_japanese_the_order_of_known_words_is_heard() {
        // Praise, blame, fact: neither the last tone nor how many there are tells these apart.
        Set<Integer> factFirst = new HashSet<>(signsOf("今回清潔狭い", "ja"));
        Set<Integer> factLast = new HashSet<>(signsOf("清潔狭い今回", "ja"));
        assertThat(factFirst).isNotEqualTo(factLast);
    }

    @Test
    void in_japanese_a_known_word_of_the_last_clause_is_told_from_one_before_it() {
        int bothInTheLast = signsOf("清潔狭い", "ja").size();
        // By its kind and by itself.
        assertThat(signsOf("清潔、狭い", "ja")).hasSize(bothInTheLast - 2);
        assertThat(signsOf("清潔狭い。", "ja")).hasSize(bothInTheLast);
    }

    @Test
    void japanese_stems_meet_across_the_kana_between_them() {
        List<Integer> far = stemsOf("部屋がとても狭い");
        // Each stem by itself, with the one before it, with the ending of the text.
        assertThat(far).hasSize(6);
        assertThat(stemsOf("部屋は狭い")).contains(far.get(0), far.get(3), far.get(4));
        assertThat(stemsOf("風呂は狭い")).contains(far.get(3)).doesNotContain(far.get(4));
        assertThat(stemsOf("部屋がとても狭い。")).isEqualTo(far);
    }

    @Test
    void the_number_of_features_grows_with_the_length_and_no_faster() {
        for (String unit : List.of(
                "a", "ab ", "!", "!? ", "#", "# ", "@", "@a", "&", ":-", "好", "😀", "\uD83D", "\u200F", "' ", "n't ")) {
            int count = featuresOf(unit.repeat(1000 / unit.length()));
            assertThat(count).as(unit).isLessThanOrEqualTo(8 * 1000 + 100);
            assertThat(featuresOf(unit.repeat(2000 / unit.length()))).as(unit).isLessThanOrEqualTo(2 * count + 100);
        }
    }

    @Test
    void the_number_of_japanese_features_grows_with_the_length_and_no_faster() {
        for (String unit : List.of("広", "広ア", "広、", "広くない")) {
            int count = featuresOf(unit.repeat(1000 / unit.length()), "ja");
            assertThat(count).as(unit).isLessThanOrEqualTo(18 * 1000 + 100);
            assertThat(featuresOf(unit.repeat(2000 / unit.length()), "ja"))
                    .as(unit)
                    .isLessThanOrEqualTo(2 * count + 100);
        }
    }

    @Test
    void no_more_than_the_first_part_of_a_long_text_is_looked_at() {
        String text = "lost my bag, worst day 😡 ".repeat(4000);
        String first = text.substring(0, NormalText.MOST_CHARACTERS);
        assertThat(wordsOf(text)).isEqualTo(wordsOf(first));
        assertThat(featuresOf(text)).isEqualTo(featuresOf(first)).isLessThan(8 * NormalText.MOST_CHARACTERS);
    }

    private static String normal(String text) {
        NormalText normal = NormalText.of(text);
        return new String(normal.characters, 0, normal.length);
    }

    private static int featuresOf(String text) {
        return featuresOf(text, null);
    }

    private static int featuresOf(String text, String language) {
        Found found = new Found();
        Features.of(text, PolarityWords.of(language), found);
        return found.words.size() + found.characters + found.signs.size();
    }

    private static List<Integer> wordsOf(String text) {
        Found found = new Found();
        Features.of(text, PolarityWords.of(null), found);
        return found.words;
    }

    private static List<Integer> stemsOf(String text) {
        Found found = new Found();
        Stems.of(NormalText.of(text), found);
        return found.words;
    }

    private static List<Integer> signsOf(String text, String language) {
        Found found = new Found();
        Features.of(text, PolarityWords.of(language), found);
        return found.signs;
    }

    private static final class Found implements FeatureSink {
        private final List<Integer> words = new ArrayList<>();
        private final List<Integer> signs = new ArrayList<>();
        private int characters;

        @Override
        public void words(int hash, int from, int to) {
            words.add(hash);
        }

        @Override
        public void characters(int hash, int from, int to) {
            characters++;
        }

        @Override
        public void signs(int hash, int from, int to) {
            signs.add(hash);
        }
    }
}
