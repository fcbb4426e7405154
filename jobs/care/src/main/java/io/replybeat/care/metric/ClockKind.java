package io.replybeat.care.metric;

/** On which clock was a stretch of time measured: on the wall, or inside the brand's business hours? */
public enum ClockKind {
    CALENDAR,
    BUSINESS
}
