package io.replybeat.care.alert;

import java.util.Locale;

/** How much does it matter? In ascending order. */
public enum Severity {
    /** Somebody should look during the shift. */
    WARNING,
    /** Somebody should look now. */
    CRITICAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
