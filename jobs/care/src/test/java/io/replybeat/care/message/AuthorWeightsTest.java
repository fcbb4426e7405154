package io.replybeat.care.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.message.Said.Profile;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthorWeightsTest {

    private static final long NOW = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final long LAST_WEEK = Instant.parse("2026-02-25T10:00:00Z").toEpochMilli();
    private static final long LAST_YEAR = Instant.parse("2025-03-04T10:00:00Z").toEpochMilli();

    @Test
    void ten_thousand_followers_make_an_influencer_and_one_less_does_not() {
        assertThat(weight(followedBy(10_000))).isEqualTo(AuthorWeight.INFLUENCER);
        assertThat(weight(followedBy(9_999))).isEqualTo(AuthorWeight.ORDINARY);
    }

    @Test
    void the_verified_and_the_players_of_the_industry_weigh_without_followers() {
        Profile verified = new Profile(null, 3L, null, true, null, null, Event.UNKNOWN);
        Profile player = new Profile(null, null, null, null, null, true, Event.UNKNOWN);

        assertThat(weight(verified)).isEqualTo(AuthorWeight.VERIFIED);
        assertThat(weight(player)).isEqualTo(AuthorWeight.INDUSTRY_PLAYER);
        assertThat(AuthorWeight.VERIFIED.isWeighty()).isTrue();
    }

    @Test
    void an_account_without_a_face_followers_or_a_past_is_troll_like_and_weighs_nothing() {
        Profile troll = new Profile("x123", 2L, 5L, null, false, null, LAST_WEEK);

        assertThat(weight(troll)).isEqualTo(AuthorWeight.TROLL_LIKE);
        assertThat(AuthorWeight.TROLL_LIKE.isWeighty()).isFalse();
    }

    @Test
    void one_thing_that_speaks_for_an_account_or_is_not_known_makes_it_no_troll() {
        assertThat(weight(new Profile("x", 2L, 5L, null, true, null, LAST_WEEK)))
                .isEqualTo(AuthorWeight.ORDINARY);
        assertThat(weight(new Profile("x", 200L, 5L, null, false, null, LAST_WEEK)))
                .isEqualTo(AuthorWeight.ORDINARY);
        assertThat(weight(new Profile("x", 2L, 500L, null, false, null, LAST_WEEK)))
                .isEqualTo(AuthorWeight.ORDINARY);
        assertThat(weight(new Profile("x", 2L, 5L, null, false, null, LAST_YEAR)))
                .isEqualTo(AuthorWeight.ORDINARY);
        assertThat(weight(new Profile("x", 2L, null, null, false, null, LAST_WEEK)))
                .isEqualTo(AuthorWeight.ORDINARY);
        assertThat(weight(Profile.UNKNOWN)).isEqualTo(AuthorWeight.ORDINARY);
    }

    private static AuthorWeight weight(Profile profile) {
        return AuthorWeights.of(profile, NOW);
    }

    private static Profile followedBy(long followers) {
        return new Profile(null, followers, null, null, null, null, Event.UNKNOWN);
    }
}
