package io.replybeat.care.document;

import java.util.Arrays;
import java.util.List;

/** Which document is it: its parts joined by a bar, readable, and never the same for two different lists of parts. */
public final class DocumentId {

    private DocumentId() {}

    public static String of(String... parts) {
        StringBuilder id = new StringBuilder(64);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                id.append('|');
            }
            append(parts[i], id);
        }
        return id.toString();
    }

    /** The parts that {@link #of} was given. */
    public static List<String> parts(String id) {
        return Arrays.stream(id.split("\\|", -1))
                .map(part -> part.replace("%7C", "|").replace("%25", "%"))
                .toList();
    }

    private static void append(String part, StringBuilder id) {
        if (part.indexOf('|') < 0 && part.indexOf('%') < 0) {
            id.append(part);
        } else {
            id.append(part.replace("%", "%25").replace("|", "%7C"));
        }
    }
}
