package io.replybeat.stream.receiver;

import io.replybeat.care.document.Fields;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What did a customer write, as far as a receiver may show it? Anybody's words: escape them.
 *
 * @param id of the event
 * @param text at most {@value #LONGEST} characters in one line, without control characters or such that turn the writing
 */
public record MessageText(String id, String text) {

    private static final int LONGEST = 280;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    static MessageText of(String id, String written) {
        String line = UNSEEN.matcher(written).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return new MessageText(id, line);
        }
        return new MessageText(id, line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…");
    }

    Map<String, Object> fields() {
        return new Fields().put("id", id).put("text", text).build();
    }
}
