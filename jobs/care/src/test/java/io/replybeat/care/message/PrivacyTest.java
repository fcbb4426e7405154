package io.replybeat.care.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrivacyTest {

    private static final Privacy HASHED = Privacy.of("a secret", true);

    @Test
    void the_same_name_has_the_same_hash_and_another_name_another() {
        assertThat(HASHED.name("mia")).isEqualTo(HASHED.name("mia")).isNotEqualTo(HASHED.name("Mia"));
        assertThat(HASHED.name("mia")).matches("p_[0-9a-f]{32}");
        assertThat(HASHED.name(null)).isNull();
    }

    @Test
    void the_hash_is_the_published_hmac_so_that_others_can_compute_it() {
        // RFC 4231, test case 2, of which the first 16 bytes are kept.
        assertThat(Privacy.of("Jefe", true).name("what do ya want for nothing?"))
                .isEqualTo("p_5bdcc146bf60754e6a042426089575c7");
    }

    @Test
    void another_key_gives_another_hash_and_no_key_the_name_itself() {
        assertThat(Privacy.of("another secret", true).name("mia")).isNotEqualTo(HASHED.name("mia"));
        assertThat(Privacy.NONE.name("mia")).isEqualTo("mia");
    }

    @Test
    void records_are_shown_as_they_came_only_where_nothing_is_hidden() {
        assertThat(Privacy.NONE.showsOriginals()).isTrue();
        assertThat(HASHED.showsOriginals()).isFalse();
        assertThat(Privacy.of(null, false).showsOriginals()).isFalse();
    }
}
