package io.replybeat.sandbox.importer;

import io.replybeat.sandbox.importer.ImportReport.Skipped;
import java.util.ArrayList;
import java.util.List;

/** Which rows were left out, and why? Remembers the first thousand, counts all, tells each at once. */
final class SkippedRows {

    private final ImportProgress progress;
    private final List<Skipped> named = new ArrayList<>();
    private long all;

    SkippedRows(ImportProgress progress) {
        this.progress = progress;
    }

    void add(long line, String reason) {
        all++;
        progress.skipped(line, reason);
        if (named.size() < ImportReport.NAMED) {
            named.add(new Skipped(line, reason));
        }
    }

    /** Of a file that is one row as a whole. */
    void addFile(String name, String reason) {
        add(ImportReport.NO_LINE, name + " " + reason);
    }

    ImportReport report(long events, long conversations, int brands) {
        return new ImportReport(events, conversations, brands, all, List.copyOf(named), null);
    }
}
