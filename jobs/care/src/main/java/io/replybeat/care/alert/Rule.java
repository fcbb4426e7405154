package io.replybeat.care.alert;

import java.util.Locale;

/** For what can an alert be raised (DEFINITIONS §6)? Append constants, never reorder them: state holds their places. */
public enum Rule {
    VOLUME_SPIKE("More messages than usual at this hour"),
    SENTIMENT_DROP("Customers sound worse than usual"),
    CALLOUT_SURGE("Several weighty authors call the brand out at once"),
    SNOWBALL("An unanswered complaint grows"),
    IGNORED_INFLUENCER("A weighty author waits for an answer"),
    COOLING_FAILURE("A conversation gets worse with every exchange"),
    SLA_AT_RISK("Answers are nearly overdue"),
    SLA_BREACHED("Answers are overdue");

    private final String headline;

    Rule(String headline) {
        this.headline = headline;
    }

    /** Its name in documents and settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, without a full stop. */
    public String headline() {
        return headline;
    }
}
