package io.replybeat.care.document;

import java.util.Map;

/**
 * What does a result say, field by field, in the order a reader wants to see it?
 *
 * <p>A tree as JSON knows it: String, Long or Integer, Double, Boolean, List, Map. Instants are ISO-8601 in UTC as {@link
 * java.time.Instant#toString()} of their milliseconds writes them. A field without a value is left out, never null.
 *
 * <p>A body may look at state that goes on changing: whoever receives one takes its fields before it returns.
 */
public interface Body {

    /** What is written last stands: all versions of the document come from one writer, in their order. */
    long LAST_WRITTEN = -1;

    Map<String, Object> fields();

    /**
     * Of two versions of one document the one of the higher precedence stands, whoever writes it and whenever: a number from
     * 0 that is the same for equal content in every run, or {@link #LAST_WRITTEN}.
     */
    default long precedence() {
        return LAST_WRITTEN;
    }
}
