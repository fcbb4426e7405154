package io.replybeat.care.metric;

/** By what are the numbers of a brand cut? Every cut lies within one brand; an event without a value is in no slice of it. */
public enum Cut {
    BRAND,
    NETWORK,
    AGENT,
    TEAM,
    TIER,
    TOPIC,
    LANGUAGE
}
