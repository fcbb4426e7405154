package io.replybeat.care.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Sentiment.Label;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearSentimentTest {
    private static final LinearSentiment MODEL = LinearSentiment.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Thank you so much, great service! | POSITIVE",
                "en | worst airline ever, they lost my bag | NEGATIVE",
                "en | What time does the store open on Sunday? | NEUTRAL",
                "de | Die Bahn ist schon wieder verspätet, so ein Mist | NEGATIVE",
                "de | Wunderschöner Tag, ich freue mich so! | POSITIVE",
                "es | Te odio, qué asco de día | NEGATIVE",
                "es | Feliz cumpleaños, te quiero mucho! | POSITIVE",
                "pt | Amo essa música, que linda ❤ | POSITIVE",
                "pt | Que ódio, que programa chato | NEGATIVE",
                "it | Grazie, bellissima serata, bravi! | POSITIVE",
                "it | Che schifo, vergogna | NEGATIVE",
                "fr | Merci, c'est magnifique, bravo | POSITIVE",
                "ja | 部屋も綺麗で大満足でした。 | POSITIVE",
                "ja | 部屋が汚くて残念でした。 | NEGATIVE",
                "ja | 朝食は美味しくなかったです。 | NEGATIVE",
                "ja | 二度と利用しません。 | NEGATIVE",
                "pt | Não gostei, que decepção | NEGATIVE",
                "zh | 味道很好，送餐很快，非常满意 | POSITIVE",
                "zh | 太难吃了，送餐慢，差评 | NEGATIVE"
            })
    void the_shipped_model_knows_plain_praise_and_plain_blame(String language, String text, Label label) {
        assertThat(MODEL.judge(text, language).label()).isEqualTo(label);
    }

    @Test
    void a_negation_turns_praise() {
        assertThat(score("this is good", "en")).isGreaterThan(score("this is not good", "en") + 0.2);
        assertThat(score("I like it", "en")).isGreaterThan(score("I don't like it", "en"));
    }

    @Test
    void emoji_and_emoticons_move_the_score_in_every_language() {
        for (String language : List.of("en", "de", "pt", "es", "fr", "it", "und")) {
            assertThat(score("ok 😍", language)).as(language).isGreaterThan(score("ok 😡", language));
            assertThat(score("ok :)", language)).as(language).isGreaterThan(score("ok :(", language));
        }
    }

    @Test
    void longer_elongation_says_the_same() {
        assertThat(score("I am sooooo happy", "en")).isEqualTo(score("I am soooooooooo happy", "en"));
        assertThat(MODEL.judge("I am sooooo happy", "en").label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void scripts_may_be_mixed() {
        assertThat(MODEL.judge("味道很好 very good 😍", "zh").label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void a_region_and_case_of_a_language_do_not_matter() {
        String text = "Amo essa música";
        assertThat(MODEL.judge(text, "pt-BR"))
                .isEqualTo(MODEL.judge(text, "pt"))
                .isEqualTo(MODEL.judge(text, "PT_br"));
    }

    @Test
    void an_unknown_language_is_judged_by_what_all_share() {
        String text = "great thanks 😍";
        assertThat(MODEL.judge(text, null))
                .isEqualTo(MODEL.judge(text, "und"))
                .isEqualTo(MODEL.judge(text, "nl"))
                .isEqualTo(MODEL.judge(text, "fil"))
                .isEqualTo(MODEL.judge(text, ""));
        assertThat(score(text, "und")).isPositive();
    }

    @Test
    void every_text_gets_a_score_within_bounds() {
        List<String> hostile = List.of(
                "",
                " ",
                "a".repeat(1_000_000),
                "A".repeat(1_000_000),
                "!".repeat(1_000_000),
                "不".repeat(1_000_000),
                "\uD83D".repeat(1000),
                "\uDE00\uD83D",
                "ok \uD83D",
                "\u202Eevil\u200F \u200Dmarks",
                "@",
                "#",
                ":-",
                "&am",
                "\\u00",
                "http",
                "x".repeat(65_536),
                "😀".repeat(NormalText.MOST_CHARACTERS),
                "\0\0");
        for (LanguageGroup group : LanguageGroup.values()) {
            String language =
                    List.of("en", "de", "es", "ja", "zh", "ar", "hi", "und").get(group.ordinal());
            assertThat(LanguageGroup.of(language)).isEqualTo(group);
            hostile.forEach(text -> assertThat(score(text, language)).isBetween(-1.0, 1.0));
        }
    }

    @Test
    void no_mess_of_characters_is_refused() {
        SplittableRandom random = new SplittableRandom(1);
        String pieces = "a @#:-)(<3&;'\\hw.0!?好か\uD83D\uDE00\u200F\u0301é ntT";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int at = 0; at < length; at++) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            assertThat(score(text.toString(), "en")).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void the_score_is_the_difference_of_the_shares_of_praise_and_blame() {
        Panel indifferent = panel(false, 0, 0, 0);
        assertThat(indifferent.judge("anything", PolarityWords.of(null)).score())
                .isZero();
        Panel pleased = panel(false, 0, 0, (float) Math.log(2));
        // 2 of 4 parts praise, 1 blames
        assertThat(pleased.judge("anything", PolarityWords.of(null)).score()).isCloseTo(0.25, within(1e-6));
        assertThat(pleased.judge("anything", PolarityWords.of(null)).label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void without_neutral_examples_an_unsure_score_is_neutral() {
        Panel unsure = panel(true, 0, 9, 0.1f);
        Sentiment sentiment = unsure.judge("anything", PolarityWords.of(null));
        assertThat(sentiment.label()).isEqualTo(Label.NEUTRAL);
        assertThat(sentiment.score()).isPositive();
    }

    private static Panel panel(boolean binary, float... biases) {
        int[][] slots = {new int[2], new int[2], new int[2]};
        return new Panel(List.of(new Expert(slots, new float[] {1, 1, 1}, biases)), null, binary);
    }

    private static double score(String text, String language) {
        return MODEL.judge(text, language).score();
    }
}
