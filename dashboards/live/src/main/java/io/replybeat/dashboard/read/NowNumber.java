package io.replybeat.dashboard.read;

import java.util.Locale;

/** The numbers that are true at this instant, read from the conversations: no window holds them. */
public enum NowNumber implements PageNumber {
    WAITING(
            "Waiting",
            "count",
            "How many customers wait for an answer right now? Conversations with an open wait: it opens with the oldest"
                    + " unanswered message (or what wait_starts_at says) and ends with a reply or when the conversation is closed."
                    + " Internal notes and automatic messages end none."),
    OLDEST_WAIT(
            "Oldest wait",
            "seconds",
            "Since when does the customer who waits longest wait? Now − the start of the oldest open wait. Calendar time:"
                    + " nights and weekends count.");

    private final String title;
    private final String unit;
    private final String definition;

    NowNumber(String title, String unit, String definition) {
        this.title = title;
        this.unit = unit;
        this.definition = definition;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String group() {
        return "Now";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String definition() {
        return definition;
    }
}
