package io.replybeat.care.document;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which document is it: its parts joined by a bar, readable, and never the same for two different lists of parts. */
public final class DocumentId {

    private DocumentId() {}

    public static String of(String... parts) {
        for (String part : parts) {
            if (!isPlain(part)) {
                return Arrays.stream(parts).map(DocumentId::escaped).collect(Collectors.joining("|"));
            }
        }
        return String.join("|", parts);
    }

    /** The parts that {@link #of} was given. */
    public static List<String> parts(String id) {
        return Arrays.stream(id.split("\\|", -1))
                .map(part -> part.replace("%7C", "|").replace("%25", "%"))
                .toList();
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("|", "%7C");
    }

    private static boolean isPlain(String part) {
        return part.indexOf('|') < 0 && part.indexOf('%') < 0;
    }
}
