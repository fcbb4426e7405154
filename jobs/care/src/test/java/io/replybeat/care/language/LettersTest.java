package io.replybeat.care.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void words_remain_in_lower_case_apart_by_one_blank() {
        assertThat(letters("  Where's   my ORDER?!\n")).isEqualTo(" where s my order ");
    }

    @Test
    void links_mentions_and_the_mark_of_a_repost_go() {
        assertThat(letters("RT @brand_care: see https://t.co/Abc, http and www.example.org/de"))
                .isEqualTo(" see and ");
        assertThat(letters("http")).isEqualTo(" ");
        assertThat(letters("httpd START")).isEqualTo(" httpd start ");
    }

    @Test
    void a_hashtag_loses_its_sign_only() {
        assertThat(letters("#never_again")).isEqualTo(" never again ");
    }

    @Test
    void entities_digits_and_emoji_go() {
        assertThat(letters("you &amp; me &lt;3 4you ❤️ 👩‍🚀 R&D")).isEqualTo(" you me you r d ");
    }

    @Test
    void of_a_repeated_letter_two_remain() {
        assertThat(letters("soooooo goooaaal")).isEqualTo(" soo gooaal ");
    }

    @Test
    void marks_belong_to_their_letters() {
        assertThat(letters("नहीं cafe\u0301")).isEqualTo(" नहीं cafe\u0301 ");
    }

    @Test
    void the_letters_are_bounded_whatever_stands_between_them() {
        assertThat(letters("ab ".repeat(10_000))).hasSizeBetween(Letters.MOST, Letters.MOST + 2);
        assertThat(letters("ab".repeat(10_000))).hasSize(Letters.MOST + 2);
        assertThat(letters("!".repeat(Letters.MOST_READ) + "word")).isEqualTo(" ");
    }

    private static String letters(String text) {
        Letters letters = Letters.of(text);
        return new String(letters.characters, 0, letters.length);
    }
}
