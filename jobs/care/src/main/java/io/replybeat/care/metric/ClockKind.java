package io.replybeat.care.metric;

/** On which clock was a stretch of time measured, and which stretches? */
public enum ClockKind {
    /** All of them, on the wall. */
    CALENDAR(""),
    /** All of them, inside the brand's business hours. */
    BUSINESS("business."),
    /** Those that ended outside business hours, on the wall. */
    OFF_HOURS("off_hours.");

    private final String prefix;

    ClockKind(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before a measure's name in documents. */
    String prefix() {
        return prefix;
    }
}
