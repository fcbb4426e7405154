package io.replybeat.care.metric;

import java.util.Locale;

/**
 * What is counted by name in a window, so that the most frequent ones can be told?
 *
 * <p>The order is the order in state: new ones go to the end, none is ever removed or moved.
 */
public enum Tally {
    TOPICS,
    SUB_TOPICS,
    SAVED_REPLIES,
    QUICK_REPLIES;

    /** The metric's name in documents: {@code top_topics}. */
    public String field() {
        return "top_" + name().toLowerCase(Locale.ROOT);
    }
}
