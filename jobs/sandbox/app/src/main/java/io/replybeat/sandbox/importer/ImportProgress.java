package io.replybeat.sandbox.importer;

/** Hears how an import comes along. */
public interface ImportProgress {

    /** After every 100 000 rows, and at the end of a reading; {@code stage} says in two or three words what is done. */
    void rows(String stage, long rows);

    /** @param line of the input, from 1 (the header) */
    void skipped(long line, String reason);

    static ImportProgress none() {
        return new ImportProgress() {
            @Override
            public void rows(String stage, long rows) {}

            @Override
            public void skipped(long line, String reason) {}
        };
    }
}
