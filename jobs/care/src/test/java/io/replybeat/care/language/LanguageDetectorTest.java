package io.replybeat.care.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    private static final LanguageDetector DETECTOR = LanguageDetector.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | @brand still no internet since this morning, is anybody working on it??? 😡 https://t.co/x",
                "de | @marke mein Paket ist seit einer Woche unterwegs, was ist da los?",
                "fr | Bonjour, je n'ai toujours pas reçu ma commande, pouvez-vous m'aider ?",
                "es | Llevo tres días sin internet y nadie me da una respuesta #vergüenza",
                "pt | Até agora não recebi meu pedido e ninguém responde, que absurdo kkkk",
                "it | Buongiorno, il mio ordine non è ancora arrivato, come mai?",
                "nl | Waar blijft mijn bestelling? Ik wacht al twee weken",
                "sv | Hej, när kommer mitt paket? Jag har väntat i två veckor nu",
                "pl | Kiedy dostanę moje zamówienie? Czekam już dwa tygodnie",
                "tr | Siparişim hala gelmedi, ne zaman teslim edilecek?",
                "id | Min, pesanan saya kok belum sampai ya? Sudah seminggu",
                "ru | Где мой заказ? Жду уже две недели, никто не отвечает",
                "uk | Де моє замовлення? Чекаю вже два тижні",
                "ja | 注文した商品がまだ届きません。どうなっていますか？",
                "zh | 我的订单怎么还没到，已经等了两个星期了",
                "ko | 주문한 상품이 아직도 안 왔어요",
                "ar | طلبي لم يصل حتى الآن، متى سيتم التوصيل؟",
                "fa | سفارش من هنوز نرسیده است، چه زمانی ارسال می‌شود؟",
                "ur | میرا آرڈر ابھی تک نہیں آیا، کب ملے گا؟",
                "hi | मेरा ऑर्डर अभी तक नहीं आया है, कब मिलेगा?",
                "hi | mera order abhi tak nahi aaya hai, kab milega bhai",
                "he | ההזמנה שלי עדיין לא הגיעה",
                "el | Η παραγγελία μου δεν έχει έρθει ακόμα",
                "th | สินค้ายังไม่มาเลยค่ะ",
            })
    void a_complaint_is_heard_in_its_language(String language, String text) {
        assertThat(DETECTOR.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"hello,en", "danke,de", "obrigado,pt", "gracias,es", "merci,fr", "ciao,it", "спасибо,ru", "شكرا,ar"})
    void a_word_that_one_language_has_is_enough(String text, String language) {
        assertThat(DETECTOR.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "😡😡😡 👍🏽 ❤️",
                "https://example.org/the/order/that/did/not/come www.example.org/und/nicht",
                "@the_customer @and_the_brand_of_the_year",
                "12:30 2026-11-22 #123 €99.90",
                "&amp; &lt;3",
                "hotel",
                "no",
                "ok",
                "iPhone",
                "aaaaaaaaaaaaaaa",
                "hahahahaha",
            })
    void what_may_be_of_any_language_is_unknown(String text) {
        assertThat(DETECTOR.detect(text)).isEqualTo(LanguageDetector.UNKNOWN);
    }

    @Test
    void a_script_of_a_language_that_is_not_known_is_unknown() {
        assertThat(DETECTOR.detect("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎠᏂᏴᏫᏯ")).isEqualTo(LanguageDetector.UNKNOWN);
    }

    @Test
    void a_name_in_latin_letters_does_not_make_a_text_of_another_script_english() {
        assertThat(DETECTOR.detect("谢谢 Apple")).isEqualTo("zh");
        assertThat(DETECTOR.detect("Netflix がまた落ちてる")).isEqualTo("ja");
        assertThat(DETECTOR.detect("Мой iPhone не включается, что делать")).isEqualTo("ru");
    }

    @Test
    void a_rare_kana_in_chinese_is_an_ornament() {
        assertThat(DETECTOR.detect("今天的外卖特别好吃，下次还会再来の")).isEqualTo("zh");
    }

    @Test
    void letters_of_two_scripts_in_equal_number_are_unknown() {
        assertThat(DETECTOR.detect("abcdef абвгде")).isEqualTo(LanguageDetector.UNKNOWN);
    }

    @Test
    void neither_length_nor_broken_characters_are_an_obstacle() {
        String english = "where is my order and why does nobody answer me ";
        assertThat(DETECTOR.detect(english.repeat(65_536 / english.length()))).isEqualTo("en");
        assertThat(DETECTOR.detect("a".repeat(1_000_000))).isEqualTo(LanguageDetector.UNKNOWN);
        assertThat(DETECTOR.detect("好".repeat(1_000_000))).isEqualTo("zh");
        assertThat(DETECTOR.detect("\uD83D".repeat(65_536))).isEqualTo(LanguageDetector.UNKNOWN);
        assertThat(DETECTOR.detect("\uDE00" + english + "\uD83D")).isEqualTo("en");
        assertThat(DETECTOR.detect("\u202E\u200F" + english + "\u202C\uFEFF\0")).isEqualTo("en");
    }

    @Test
    void what_comes_after_the_first_letters_is_not_looked_at() {
        String english = "where is my order and why does nobody answer me ".repeat(10);
        String german = "mein Paket ist noch nicht da und keiner antwortet mir ".repeat(100);
        assertThat(DETECTOR.detect(english + german)).isEqualTo("en");
        assertThat(DETECTOR.detect(" ".repeat(Letters.MOST_READ) + german)).isEqualTo(LanguageDetector.UNKNOWN);
    }

    @Test
    void each_character_has_an_answer() {
        List<String> answers = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .mapToObj(c -> DETECTOR.detect(String.valueOf((char) c).repeat(3)))
                .distinct()
                .toList();
        assertThat(answers).contains("ko", "th", "he", "zh", "ja").allMatch(answer -> answer.matches("und|[a-z]{2}"));
    }

    @Test
    void several_threads_hear_the_same() {
        List<String> texts = List.of("wo ist mein Paket", "where is my order", "dov'è il mio ordine", "注文はどこですか");
        assertThat(IntStream.range(0, 4_000).parallel().mapToObj(i -> DETECTOR.detect(texts.get(i % 4))))
                .startsWith("de", "en", "it", "ja")
                .filteredOn("de"::equals)
                .hasSize(1_000);
    }
}
