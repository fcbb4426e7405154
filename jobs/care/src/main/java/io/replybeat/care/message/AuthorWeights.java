package io.replybeat.care.message;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.message.Said.Profile;

/**
 * How much does the word of this account weigh (DEFINITIONS §6)?
 *
 * <p>An account is troll-like only if everything speaks for it; what the network does not tell speaks for nobody and against
 * nobody.
 */
final class AuthorWeights {

    static final long INFLUENCER_FOLLOWERS = 10_000;
    /** Hardly any followers, follows few, young: so many at most. */
    static final long FEW_FOLLOWERS = 20;

    static final long FEW_FOLLOWED = 50;
    static final long YOUNG_MILLIS = 30 * 86_400_000L;

    private AuthorWeights() {}

    /** @param at the instant of the message: an account ages, its post does not */
    static AuthorWeight of(Profile author, long at) {
        if (isTrollLike(author, at)) {
            return AuthorWeight.TROLL_LIKE;
        }
        if (isTrue(author.industryPlayer())) {
            return AuthorWeight.INDUSTRY_PLAYER;
        }
        if (author.followers() != null && author.followers() >= INFLUENCER_FOLLOWERS) {
            return AuthorWeight.INFLUENCER;
        }
        return isTrue(author.verified()) ? AuthorWeight.VERIFIED : AuthorWeight.ORDINARY;
    }

    private static boolean isTrollLike(Profile author, long at) {
        return Boolean.FALSE.equals(author.hasAvatar())
                && isAtMost(author.followers(), FEW_FOLLOWERS)
                && isAtMost(author.following(), FEW_FOLLOWED)
                && author.accountCreatedAt() != Event.UNKNOWN
                && at - author.accountCreatedAt() < YOUNG_MILLIS;
    }

    private static boolean isAtMost(Long number, long most) {
        return number != null && number <= most;
    }

    private static boolean isTrue(Boolean truth) {
        return Boolean.TRUE.equals(truth);
    }
}
