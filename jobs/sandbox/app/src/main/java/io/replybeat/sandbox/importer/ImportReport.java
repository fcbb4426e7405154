package io.replybeat.sandbox.importer;

import java.util.List;

/**
 * What came of an import?
 *
 * @param skippedRows all of them; {@code skipped} names the first {@link #NAMED}
 * @param advice what to do with the events, or null
 */
public record ImportReport(
        long events, long conversations, int brands, long skippedRows, List<Skipped> skipped, String advice) {

    static final int NAMED = 1000;
    static final long NO_LINE = 0;

    ImportReport withAdvice(String sentence) {
        return new ImportReport(events, conversations, brands, skippedRows, skipped, sentence);
    }

    /** @param line of the input where the row begins, from 1 (the header); {@link #NO_LINE} where a row is a file */
    public record Skipped(long line, String reason) {
        @Override
        public String toString() {
            return line == NO_LINE ? reason : "line " + line + ": " + reason;
        }
    }

    @Override
    public String toString() {
        return "%,d events in %,d conversations of %,d brands; %,d rows skipped"
                .formatted(events, conversations, brands, skippedRows);
    }
}
