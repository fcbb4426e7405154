package io.replybeat.care.brand;

import java.io.Serializable;

/**
 * Which targets has a conversation of this tier and topic, and on which clock? Milliseconds; {@link #NONE} where there is no target.
 *
 * @param tier 1-3, or {@link #ANY_TIER}: every conversation, also one without a tier
 * @param topic its topic, such as {@code sales_opportunity}, or null: whatever the topic
 */
public record SlaRule(
        int tier, String topic, SlaClock clock, long firstResponseMillis, long nextReplyMillis, long resolutionMillis)
        implements Serializable {

    public static final int ANY_TIER = 0;
    public static final long NONE = 0;

    boolean matches(int conversationTier, String conversationTopic) {
        return (tier == ANY_TIER || tier == conversationTier) && (topic == null || topic.equals(conversationTopic));
    }
}
