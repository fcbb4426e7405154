package io.replybeat.care.metric;

import java.util.Locale;

/** Which stretches of time are summed up? The order is the order in state: new ones go to the end. */
public enum Timing {
    FIRST_RESPONSE,
    /** Waits that a human agent ended. */
    REPLY_WAIT,
    BOT_REPLY_WAIT,
    RESOLUTION_TIME;

    private final String field = name().toLowerCase(Locale.ROOT);

    /** The timing's name in documents. */
    public String field() {
        return field;
    }
}
