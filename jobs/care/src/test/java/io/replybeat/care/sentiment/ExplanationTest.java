package io.replybeat.care.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.replybeat.care.event.Payload.Sentiment.Label;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final LinearSentiment MODEL = LinearSentiment.shipped();
    private static final PolarityWords ANY = PolarityWords.of(null);

    @Test
    void the_contributions_add_up_to_what_speaks_for_positive_less_what_speaks_for_negative() {
        SplittableRandom random = new SplittableRandom(3);
        String pieces = "good not bad! 😡 @anna #fail SO sooo niçe très 好吃不好 残念でした :( https://a.example ";
        for (LanguageGroup group : LanguageGroup.values()) {
            Panel panel = MODEL.panels()[group.ordinal()];
            for (int i = 0; i < 200; i++) {
                int from = random.nextInt(pieces.length());
                int to = from + random.nextInt(pieces.length() - from + 1);
                String text = pieces.substring(from, to) + pieces.substring(0, from);
                NormalText normal = NormalText.of(text);
                WordFeatures words = WordFeatures.of(normal, ANY);
                double[] logits = panel.expertFor(normal, words).logits(normal, words);
                assertThat(panel.explain(text, ANY).total()).as(text).isCloseTo(logits[2] - logits[0], within(1e-9));
            }
        }
    }

    @Test
    void without_a_neutral_tone_the_score_follows_from_the_contributions() {
        String text = "味道很好,送餐慢";
        double total = MODEL.explain(text, "zh").total();
        assertThat(MODEL.judge(text, "zh").score()).isCloseTo(Math.tanh(total / 2), within(1e-9));
    }

    @Test
    void the_word_that_tells_the_tone_comes_first() {
        assertThat(first("the worst flight to Boston", "en").term()).isEqualTo("worst");
        assertThat(first("the worst flight to Boston", "en").contribution()).isNegative();
        assertThat(first("@shop my parcel is here, thanks", "en").term()).isEqualTo("thanks");
        assertThat(first("@shop my parcel is here, thanks", "en").contribution())
                .isPositive();
    }

    @Test
    void strongest_first_whichever_way_they_pull() {
        List<Double> strengths = MODEL.explain("I love the crew but hate the delay", "en").terms().stream()
                .map(term -> -Math.abs(term.contribution()))
                .toList();
        assertThat(strengths).hasSize(7).isSorted();
    }

    @Test
    void terms_are_the_words_of_the_text_each_once_as_they_were_looked_at() {
        assertThat(terms("GREAT, greaaaat 😍😍 @anna http://a.example", "en"))
                .containsExactlyInAnyOrder("great", ",", "greaat", "😍😍", "@…", "http…");
        assertThat(terms("really really good", "en")).containsExactlyInAnyOrder("really", "good");
    }

    @Test
    void chinese_and_japanese_characters_that_pull_the_same_way_are_one_term() {
        Explanation explanation = MODEL.explain("味道很好，但送餐太慢", "zh");
        assertThat(String.join(
                        "",
                        explanation.terms().stream().map(Explanation.Term::term).toList()))
                .hasSameSizeAs("味道很好,但送餐太慢");
        assertThat(explanation.terms()).anyMatch(term -> term.term().contains("好") && term.contribution() > 0);
        assertThat(explanation.terms()).anyMatch(term -> term.term().contains("慢") && term.contribution() < 0);
    }

    @Test
    void a_text_without_words_has_only_a_rest() {
        assertThat(MODEL.explain(" ", "en").terms()).isEmpty();
        assertThat(MODEL.explain("", "en").total())
                .isEqualTo(MODEL.explain("", "en").rest());
        assertThat(MODEL.judge("", "en").label()).isEqualTo(Label.NEUTRAL);
    }

    private static Explanation.Term first(String text, String language) {
        return MODEL.explain(text, language).terms().get(0);
    }

    private static List<String> terms(String text, String language) {
        return MODEL.explain(text, language).terms().stream()
                .map(Explanation.Term::term)
                .toList();
    }
}
