package io.replybeat.care.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Where IS it | where is it",
                "Crème brûlée, Straße, Øre, Łódź | creme brulee strasse ore lodz",
                "don't we're I'd can’t | dont were id cant",
                "l'argent d’abord qu'il | l argent d abord qu il",
                "moneyyyy heeelp | money help",
                "off too 1000 | off too 1000",
                "end. Next one? yes!! | end . next one . yes .",
                "wait... what 4.50 a.m | wait what 4 50 a m",
                "@BillingHelp hi | @ hi",
                "see https://a.b/refund?x=1 ok | see @ ok",
                "#DoubleCharge #refundNow PayPal | double charge refund now paypal",
                "a&amp;b | a b",
                "ＦＵＬＬ　ｗｉｄｔｈ！ | full width .",
                "ﾊﾞｽが遅れ | バスが遅れ",
                "app闪退了。ok | app 闪退了 . ok",
                "أَلإلغاء شكراً آخر | الالغاء شكرا اخر",
                "ज़रूर हाँ | जरूर हां",
                "١٢٣ १२३ | 123 123",
                "a\u200Bb\u202Ec\u00ADd | abcd",
                "wi-fi 24/7 | wi fi 24 7"
            })
    void spelling_that_says_nothing_is_folded(String text, String folded) {
        assertThat(FoldedText.of(text)).hasToString(" " + folded + " ");
    }

    @Test
    void nothing_is_one_blank() {
        assertThat(FoldedText.of("")).hasToString(" ");
        assertThat(FoldedText.of("\uD83D\uDE00 \uD83D")).hasToString(" ");
    }

    @Test
    void every_character_knows_its_place_in_the_text() {
        String text = "Ein  Stra\u00DFen-\u200Bfest";
        FoldedText folded = FoldedText.of(text);
        assertThat(folded).hasToString(" ein strassen fest ");
        assertThat(text.charAt(folded.place(1))).isEqualTo('E');
        assertThat(text.charAt(folded.place(5))).isEqualTo('S');
        assertThat(text.charAt(folded.place(9))).isEqualTo('\u00DF');
        assertThat(folded.place(10)).isEqualTo(folded.place(9));
        assertThat(text.charAt(folded.place(14))).isEqualTo('f');
    }
}
