package io.replybeat.dashboard.boards;

import java.util.Locale;

/** Which documents can be asked, and which of their instants decides whether they lie in the time range people look at? */
public enum Documents {
    /** How conversations stand now, whatever the time range. */
    CONVERSATIONS("conversations", "open_wait_since", true),
    FACTS("facts", "ended_at", false),
    WINDOWS("windows", "start", false),
    MESSAGES("messages", "occurred_at", false),
    ALERTS("alerts", "since", false),
    /** How alerts stand now, whatever the time range. */
    ALERTS_NOW("alerts", "since", true),
    CALLOUTS("callouts", "since", false);

    private final String kind;
    private final String timeField;
    private final boolean isNow;

    Documents(String kind, String timeField, boolean isNow) {
        this.kind = kind;
        this.timeField = timeField;
        this.isNow = isNow;
    }

    /** A name for data sources and data views: {@code alerts-now}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of document, which is also the name of its mapping: {@code alerts}. */
    public String kind() {
        return kind;
    }

    /** Where they lie under the default {@code elasticsearch.index-prefix}. */
    public String alias() {
        return "replybeat-" + kind;
    }

    public String timeField() {
        return timeField;
    }

    /** Are they asked how things stand, and not what happened in the time range? */
    public boolean isNow() {
        return isNow;
    }
}
