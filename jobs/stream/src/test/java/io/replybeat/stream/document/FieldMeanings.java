package io.replybeat.stream.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What do the fields mean, in the words of the tables of docs/documents.md?
 *
 * <p>A row names one field or several: then it speaks of all of them at once, or of each in turn with a {@code ;} between.
 */
final class FieldMeanings {

    static final Path PAGE = Path.of("..", "..", "docs", "documents.md");

    private static final Pattern ROW = Pattern.compile("\\| (`.*?`) \\| (.*) \\|");
    private static final Pattern FIELD = Pattern.compile("`([^`]+)`");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("; (?![^(]*\\))");

    private FieldMeanings() {}

    /** By field, in the order of the page; empty for a kind without a table. */
    static Map<String, String> of(String kind) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n## " + kind + "\n");
        if (start < 0) {
            throw new AssertionError("docs/documents.md has no section \"## " + kind + "\"");
        }
        int end = page.indexOf("\n## ", start + 1);
        Map<String, String> meanings = new LinkedHashMap<>();
        page.substring(start, end < 0 ? page.length() : end).lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                read(kind, row.group(1), row.group(2), meanings);
            }
        });
        return meanings;
    }

    private static void read(String kind, String names, String words, Map<String, String> into) {
        List<String> fields =
                FIELD.matcher(names).results().map(field -> field.group(1)).toList();
        List<String> parts = List.of(BETWEEN_PARTS.split(words));
        boolean atOnce = fields.size() == 1 || parts.size() == 1;
        if (!atOnce && parts.size() != fields.size()) {
            throw new AssertionError("docs/documents.md, " + kind + ": the row of " + names + " has " + parts.size()
                    + " parts for " + fields.size() + " fields; say one thing of all or one of each");
        }
        for (int i = 0; i < fields.size(); i++) {
            String twin = into.put(fields.get(i), atOnce ? words : parts.get(i));
            if (twin != null) {
                throw new AssertionError("docs/documents.md, " + kind + ": two rows speak of " + fields.get(i));
            }
        }
    }
}
