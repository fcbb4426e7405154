package io.replybeat.care.message;

import io.replybeat.care.event.Event;

/**
 * What of a message stays at the edge of the stream: its words, and who stands behind them.
 *
 * <p>It goes with its {@link Event} from the intake to the enrichment and into the message document, and no further: text
 * crosses no shuffle and lies in no state.
 *
 * @param text never null, empty for a message of media alone
 * @param inReplyTo the event it answers, or null
 */
public record Said(String text, String inReplyTo, Profile author) {

    /** Of an event that is no message. */
    public static final Said NOTHING = new Said("", null, Profile.UNKNOWN);

    /**
     * What the network tells about the author's account; null is what it does not tell.
     *
     * @param accountCreatedAt milliseconds since 1970 UTC, or {@link Event#UNKNOWN}
     */
    public record Profile(
            String handle,
            Long followers,
            Long following,
            Boolean verified,
            Boolean hasAvatar,
            Boolean industryPlayer,
            long accountCreatedAt) {

        public static final Profile UNKNOWN = new Profile(null, null, null, null, null, null, Event.UNKNOWN);
    }
}
