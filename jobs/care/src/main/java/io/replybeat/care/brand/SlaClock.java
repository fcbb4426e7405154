package io.replybeat.care.brand;

/** On which clock does a target run: every second, the open ones, or the open ones in which the conversation is not paused? */
public enum SlaClock {
    CALENDAR,
    BUSINESS,
    ACTIVE_BUSINESS
}
