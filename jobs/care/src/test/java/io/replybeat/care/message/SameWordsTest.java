package io.replybeat.care.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameWordsTest {

    private static final String POST = "Charged TWICE again, no answer. Shame on you!";

    @Test
    void a_copy_is_known_by_its_words_whoever_sends_it_on_and_with_whatever_link() {
        assertThat(SameWords.of("RT @mia: charged twice again — no answer… shame on you https://t.co/x1"))
                .isEqualTo(SameWords.of(POST))
                .isEqualTo(SameWords.of("@tom @ann charged twice AGAIN no answer shame on you"));
    }

    @Test
    void other_words_are_another_text() {
        assertThat(SameWords.of("Charged thrice again, no answer. Shame on you!"))
                .isNotEqualTo(SameWords.of(POST));
        assertThat(SameWords.of("二重請求されました")).isNotEqualTo(SameWords.of("返事がありません"));
    }

    @Test
    void a_text_without_words_is_like_no_other() {
        assertThat(SameWords.of(" \n@acme 🤬 https://t.co/x !!")).isEqualTo(SameWords.of("🤬"));
        assertThat(SameWords.of("@acme https://t.co/x !!")).isZero();
        assertThat(SameWords.of("")).isZero();
    }

    @Test
    void a_word_that_begins_with_the_mark_of_a_copy_is_a_word() {
        assertThat(SameWords.of("rtfm")).isNotEqualTo(SameWords.of("fm"));
    }
}
