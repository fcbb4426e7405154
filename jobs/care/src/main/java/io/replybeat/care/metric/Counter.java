package io.replybeat.care.metric;

import java.util.Locale;

/**
 * What is counted one by one in a window?
 *
 * <p>The order is the order in state: new counters go to the end, none is ever removed or moved, and there is room for
 * {@link #LIMIT}.
 */
public enum Counter {
    MESSAGES_IN_PUBLIC,
    MESSAGES_IN_DIRECT,
    /** A part of the two above, not beside them. */
    MESSAGES_IN_REPOSTS,
    MESSAGES_OUT_AGENT,
    MESSAGES_OUT_BOT,
    MESSAGES_OUT_AUTOMATION,
    INTERNAL_NOTES,

    CONVERSATIONS_OPENED,
    CONVERSATIONS_REOPENED,
    /** Of those opened in the window, the ones that are resolved now. */
    CONVERSATIONS_RESOLVED_NOW,

    /** The four after it add up to this one. */
    WAITS_RECEIVED,
    WAITS_ANSWERED,
    WAITS_NO_REPLY_NEEDED,
    WAITS_UNANSWERED,
    WAITS_WAITING,

    FIRST_RESPONSES_WITHIN_1H,
    FIRST_RESPONSES_SAME_DAY,
    FIRST_RESPONSES_WITHIN_24H,
    FIRST_RESPONSES_OFF_HOURS,
    /** Replies of people only; a bot keeps no hours. */
    REPLIES_OFF_HOURS,

    SLA_FIRST_RESPONSE_MET,
    SLA_FIRST_RESPONSE_BREACHED,
    SLA_NEXT_REPLY_MET,
    SLA_NEXT_REPLY_BREACHED,
    SLA_RESOLUTION_MET,
    SLA_RESOLUTION_BREACHED,

    /** Of messages in, without reposts, as far as they were judged. */
    SENTIMENT_NEGATIVE,
    SENTIMENT_NEUTRAL,
    SENTIMENT_POSITIVE,
    /** The sum of their scores, in millionths. */
    SENTIMENT_SCORE_MILLIONTHS,
    REPOSTS_NEGATIVE,
    REPOSTS_NEUTRAL,
    REPOSTS_POSITIVE,
    /** Of messages in, the public ones by authors whose word weighs, without reposts. */
    MESSAGES_IN_WEIGHTY;

    /** One bit each says which counters a summary has. */
    public static final int LIMIT = PackedCounts.SLOTS;

    private final String field = name().toLowerCase(Locale.ROOT);

    /** The counter's name in documents. */
    public String field() {
        return field;
    }
}
