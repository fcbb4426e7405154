package io.replybeat.care.brand;

import java.io.Serializable;

/**
 * Which targets has a conversation of this tier, and on which clock? Milliseconds; {@link #NONE} where there is no target.
 *
 * @param tier 1-3, or {@link #ANY_TIER}: every conversation, also one without a tier
 */
public record SlaRule(int tier, SlaClock clock, long firstResponseMillis, long nextReplyMillis, long resolutionMillis)
        implements Serializable {

    public static final int ANY_TIER = 0;
    public static final long NONE = 0;

    boolean matches(int conversationTier) {
        return tier == ANY_TIER || tier == conversationTier;
    }
}
