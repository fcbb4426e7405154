package io.replybeat.dashboard.read;

import java.util.Locale;

/** The numbers that no window holds: those of this instant, read from the conversations, and how the pipeline is. */
enum NowNumber {
    WAITING(
            "Now",
            "Waiting",
            "count",
            "How many customers wait for an answer right now? Conversations with an open wait: it opens with the oldest"
                    + " unanswered message (or what wait_starts_at says) and ends with a reply or when the conversation is closed."
                    + " Internal notes and automatic messages end none."),
    OLDEST_SINCE(
            "Now",
            "Oldest wait",
            "seconds",
            "How long has the customer waited who waits longest? Now − the start of the oldest open wait. Calendar time:"
                    + " nights and weekends count."),
    AT_RISK(
            "Now",
            "At risk",
            "count",
            "How many of those who wait have a first response or next reply target that is due within 10 minutes? Those"
                    + " beyond a target are not among them. A pause hides a target, so it is not counted while it lasts."),
    BREACHED(
            "Now",
            "Beyond target",
            "count",
            "How many of those who wait have waited beyond their first response or next reply target?"),
    OPEN(
            "Now",
            "Open",
            "count",
            "How many conversations are not resolved, whether the customer waits or the brand does? Pending and snoozed ones"
                    + " are among them; those marked as needing no reply are not."),
    NEWEST_EVENT_AT(
            "Health",
            "Newest event",
            "seconds",
            "How long ago did the newest event happen that the numbers hold? At night it may be long."),
    LAG_SECONDS(
            "Health",
            "Event time behind",
            "seconds",
            "How far is event time behind the clock on the wall? The least advanced sink decides. About as much as"
                    + " time.out-of-orderness is normal; more means the job catches up, or nothing comes in."),
    REJECTED(
            "Health",
            "Rejected records",
            "count",
            "How many records were no care events? Each is in the index of rejected ones and in the dead-letter topic, with"
                    + " field, reason and remedy."),
    LATE(
            "Health",
            "Late events",
            "count",
            "How many events came after their conversation was settled, and changed nothing? Each is in the index of late ones."),
    DELIVERED(
            "Health",
            "Delivered",
            "count",
            "How many documents did this sink bring to Elasticsearch since the job started?"),
    RETRIED(
            "Health",
            "Tried again",
            "count",
            "How many times was a document sent again because Elasticsearch could not take it?"),
    UNDELIVERABLE(
            "Health",
            "Refused by Elasticsearch",
            "count",
            "How many documents did Elasticsearch refuse for good? They are in the topic of undeliverable documents, with its"
                    + " answer."),
    PENDING("Health", "Pending", "count", "How many documents wait to be delivered right now?");

    private final String group;
    private final String title;
    private final String unit;
    private final String definition;

    NowNumber(String group, String title, String unit, String definition) {
        this.group = group;
        this.title = title;
        this.unit = unit;
        this.definition = definition;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String group() {
        return group;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    String definition() {
        return definition;
    }

    /** Less is better of whom waits and what fails; neither of what merely is. */
    String good() {
        return this == OPEN || this == DELIVERED || this == NEWEST_EVENT_AT ? null : "down";
    }
}
