package io.replybeat.care.message;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import java.util.Objects;

/**
 * Which of two arrivals with one id is the message, whichever comes first, and however often? The one with the larger
 * number.
 *
 * <p>The higher revision, then what the collector saw first, by the minute: the order in which conversations take
 * corrections. Between copies that differ without saying so, any order will do that does not ask which came first here. The
 * same arrival has the same number in every run, so a run with a better model writes over what an earlier one wrote.
 *
 * <pre>
 *   63 bits:  revision 31 │ minutes from the sighting to 2051: 24 │ hash of all that came: 8
 * </pre>
 */
final class MessagePrecedence {

    private static final long MINUTE = 60_000;
    /** 2020-01-01T00:00:00Z, in minutes since 1970; 24 bits of minutes later it is 2051. */
    private static final long FIRST_MINUTE = 1_577_836_800_000L / MINUTE;

    private static final int SEEN_BITS = 24;
    private static final int HASH_BITS = 8;
    private static final long LATEST = (1L << SEEN_BITS) - 1;

    private MessagePrecedence() {}

    static long of(Event event, Message given, Said said) {
        return (long) event.revision() << SEEN_BITS + HASH_BITS
                | earliness(event.ingestedAt()) << HASH_BITS
                | difference(event, given, said);
    }

    /** The larger the earlier it was seen; what nobody saw comes last. */
    private static long earliness(long ingestedAt) {
        if (ingestedAt == Event.UNKNOWN) {
            return 0;
        }
        long minutes = ingestedAt / MINUTE - FIRST_MINUTE;
        return LATEST - Math.max(0, Math.min(minutes, LATEST));
    }

    /** From hashes that are the same in every process; those of enums are not. */
    private static long difference(Event event, Message given, Said said) {
        Said.Profile profile = said.author();
        Sentiment sentiment = given.sentiment();
        int hash = Objects.hash(
                event.occurredAt(),
                event.sequence(),
                event.network(),
                given.direction().ordinal(),
                given.visibility().ordinal(),
                given.author().id(),
                given.author().kind().ordinal(),
                given.language(),
                given.repost(),
                given.teamId(),
                given.savedReplyId(),
                given.quickReplyId(),
                given.tags(),
                sentiment == null ? null : sentiment.label().ordinal(),
                sentiment == null ? null : sentiment.score(),
                said.text(),
                said.inReplyTo(),
                profile.handle(),
                profile.followers(),
                profile.following(),
                profile.verified(),
                profile.hasAvatar(),
                profile.industryPlayer(),
                profile.accountCreatedAt());
        int folded = hash ^ hash >>> 16;
        return (folded ^ folded >>> 8) & (1 << HASH_BITS) - 1;
    }
}
