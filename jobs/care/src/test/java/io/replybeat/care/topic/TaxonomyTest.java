package io.replybeat.care.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyTest {

    private static final Taxonomy SHOP = Taxonomy.parse(
            """
            topics:
              parcels:
                tier: 2
                phrases: [parcel*]
                unless: [no problem with .. parcel]
                sub_topics:
                  gone:
                    tier: 3
                    phrases: {en: [never arrived, parcel .. stolen], de: [nie angekommen]}
                    unless: [never arrived late]
                  late:
                    phrases: {de: [verspätet*], ja: [遅れ], fr: [en retard]}
              hello:
                tier: 1
                phrases: [good morning, ¿qué tal]
              sale:
                must_not_wait: true
                phrases: [want to buy, "*angebot"]
              money:
                tier: 3
                sub_topics:
                  twice:
                    phrases: [charged .. twice, rembours* pas, l'argent, 扣了 .. 两次]
            """);

    @Test
    void a_text_that_speaks_of_nothing_has_no_topic_and_no_tier() {
        for (String text : new String[] {null, "", " ", "lorem ipsum", "\uD83D\uDE00", "...", "#", "@"}) {
            Classification nothing = classify(text);
            assertThat(nothing).isEqualTo(Classification.NOTHING);
            assertThat(nothing.tier()).isZero();
            assertThat(nothing.topic()).isNull();
            assertThat(nothing.subTopic()).isNull();
            assertThat(nothing.mustNotWait()).isFalse();
        }
    }

    @Test
    void the_gravest_comes_first_tier_3_then_sales_then_tier_2_then_tier_1() {
        Classification all = classify("Good morning, parcel late, I want to buy more but you charged me twice");
        assertThat(all.topics()).containsExactly("money", "sale", "parcels", "hello");
        assertThat(all.tier()).isEqualTo(3);
        assertThat(all.mustNotWait()).isTrue();
        assertThat(all.topic()).isEqualTo("money");
        assertThat(all.subTopic()).isEqualTo("money/twice");
    }

    @Test
    void of_equal_gravity_the_first_of_the_file_comes_first_and_each_once() {
        Classification both = classify("charged me twice, it never arrived, my parcel never arrived, parcel parcel");
        assertThat(both.topics()).containsExactly("parcels", "money");
        assertThat(both.subTopics()).containsExactly("parcels/gone", "money/twice");
        assertThat(both.matches())
                .extracting(Match::phrase)
                .containsExactly("never arrived", "charged .. twice", "parcel*");
    }

    @Test
    void a_sub_topic_may_be_graver_than_its_topic() {
        assertThat(classify("a parcel").tier()).isEqualTo(2);
        assertThat(classify("it never arrived").tier()).isEqualTo(3);
        assertThat(classify("es kommt verspätet").tier()).isEqualTo(2);
    }

    @Test
    void a_sales_opportunity_has_no_tier() {
        Classification sale = classify("I want to buy two");
        assertThat(sale.tier()).isZero();
        assertThat(sale.mustNotWait()).isTrue();
        assertThat(sale.topic()).isEqualTo("sale");
    }

    @Test
    void a_match_says_where_it_stands_in_the_text_as_it_was_written() {
        String text = "Ça va? JE N'AI PAS VU L’ARGENT… you  Chaaaarged\u200B me, (again) TWICE!";
        assertThat(classify(text).matches())
                .extracting(match -> text.substring(match.start(), match.end()))
                .containsExactly("L’ARGENT", "Chaaaarged\u200B me, (again) TWICE");
    }

    @ParameterizedTest
    @CsvSource({
        "Das Sonderangebot!, Sonderangebot",
        "my parcels' box, parcels",
        "#MyParcelsService, Parcels",
        "tout remboursements pas fait, remboursements pas",
        "今日は電車が遅れました, 遅れ",
    })
    void a_match_shows_whole_words_where_words_have_ends(String text, String words) {
        assertThat(classify(text).matches())
                .extracting(match -> text.substring(match.start(), match.end()))
                .containsExactly(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEVER ARRIVED",
                "it never arrived.",
                "never… arrived",
                "neverrrrr arrived",
                "ｎｅｖｅｒ ａｒｒｉｖｅｄ",
                "n\u0301ever arrive\u0301d",
                "#NeverArrived",
                "#never_arrived",
                "(never) \"arrived\"",
                "never\u200B \u202Earrived",
                "nie angekommen",
                "my parcel was simply stolen"
            })
    void spelling_does_not_matter(String text) {
        assertThat(classify(text).subTopics()).as(text).contains("parcels/gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verspätet", "VERSPÄTETE Lieferung", "verspatet", "verspaetet", "verspa\u0308tet"})
    void an_umlaut_is_written_in_three_ways(String text) {
        assertThat(classify(text).subTopics()).containsExactly("parcels/late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it never. Arrived late",
                "clever arrived",
                "never arrivedx",
                "@never arrived",
                "@never_arrived",
                "see https://shop.example/never-arrived/never arrive",
                "never, so they say, ever arrived",
                "parcel of mine I have to say was not stolen"
            })
    void a_phrase_lies_within_a_sentence_between_ends_of_words_and_not_in_names(String text) {
        assertThat(classify(text).subTopics()).as(text).doesNotContain("parcels/gone");
    }

    @ParameterizedTest
    @CsvSource({
        "charged twice, true",
        "charged my poor old card twice, true",
        "charged one two three four five twice, false",
        "twice charged, false",
        "charged me. Thought about it twice, false",
        "remboursement pas, true",
        "remboursé pas, true",
        "remboursé toujours pas, false",
        "扣了我两次, true",
        "扣了我的钱两次, true",
        "扣了一二三四五六七八九十一二三四五两次, false",
    })
    void words_may_stand_between_but_few(String text, boolean found) {
        assertThat(classify(text).topics().contains("money")).as(text).isEqualTo(found);
    }

    @Test
    void scripts_without_blanks_match_anywhere() {
        assertThat(classify("電車が遅れました").subTopics()).containsExactly("parcels/late");
        assertThat(classify("iphone扣了两次ok").subTopics()).containsExactly("money/twice");
    }

    @Test
    void a_star_before_a_word_finds_its_endings() {
        assertThat(classify("das Sonderangebot bitte").topic()).isEqualTo("sale");
        assertThat(classify("das Angebotspaket bitte").topic()).isNull();
    }

    @Test
    void unless_takes_back_what_was_found_where_it_stands_before_and_after() {
        assertThat(classify("no problem with the parcel").topics()).isEmpty();
        assertThat(classify("it never arrived late").topics()).isEmpty();
        assertThat(classify("no problem with the parcel, but the second parcel is wet")
                        .matches())
                .extracting(Match::start)
                .containsExactly("no problem with the parcel, but the second ".length());
        assertThat(classify("my parcel: no problem with the parcel").topics()).containsExactly("parcels");
    }

    @Test
    void unless_takes_back_what_ends_after_it() {
        Taxonomy cups = Taxonomy.parse("topics: {cups: {tier: 3, phrases: [damaged cup], unless: [not damaged]}}");
        assertThat(cups.classify("this is a damaged cup", "en").topics()).containsExactly("cups");
        assertThat(cups.classify("this is not damaged cup", "en").topics()).isEmpty();
        assertThat(cups.classify("not damaged; damaged cup", "en").topics()).containsExactly("cups");
    }

    @Test
    void unless_of_a_sub_topic_leaves_the_others_alone() {
        assertThat(classify("the parcel never arrived late").matches())
                .extracting(Match::path)
                .containsExactly("parcels");
    }

    @Test
    void the_language_matters_only_where_the_file_says_so() {
        String rules = "topics: {late: {tier: 2, phrases: {de: [spät], en: [late]}}, any: {tier: 1, phrases: [hm]}}";
        Taxonomy all = Taxonomy.parse(rules);
        Taxonomy own = Taxonomy.parse("by_language: true\n" + rules);
        assertThat(all.classify("late hm", "de").topics()).containsExactly("late", "any");
        assertThat(own.classify("late hm", "de").topics()).containsExactly("any");
        assertThat(own.classify("late hm", "en").topics()).containsExactly("late", "any");
        assertThat(own.classify("late hm", "en-US").topics()).containsExactly("late", "any");
        assertThat(own.classify("late hm", "und").topics()).containsExactly("late", "any");
        assertThat(own.classify("late hm", null).topics()).containsExactly("late", "any");
    }

    @Test
    void it_knows_its_topics_and_sub_topics() {
        assertThat(SHOP.knows("parcels")).isTrue();
        assertThat(SHOP.knows("parcels/gone")).isTrue();
        assertThat(SHOP.knows("gone")).isFalse();
        assertThat(SHOP.topics())
                .containsExactly("parcels", "parcels/gone", "parcels/late", "hello", "sale", "money", "money/twice");
        assertThat(SHOP.tierOf("parcels/late")).isEqualTo(2);
        assertThat(SHOP.tierOf("sale")).isZero();
        assertThat(SHOP.mustNotWait("sale")).isTrue();
    }

    private static Classification classify(String text) {
        return SHOP.classify(text, "en");
    }
}
