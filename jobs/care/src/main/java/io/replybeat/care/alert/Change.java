package io.replybeat.care.alert;

import java.util.Locale;

/** What has just happened to an alert? {@code FIRED → (UPDATED …) → RESOLVED}; what was muted at first may be fired later. */
public enum Change {
    FIRED,
    UPDATED,
    RESOLVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The alert's state from now on: {@code firing} or {@code resolved}. */
    public String state() {
        return this == RESOLVED ? "resolved" : "firing";
    }
}
