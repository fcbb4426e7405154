package io.replybeat.sandbox.importer;

/** Says why a whole file cannot be imported and what to do; a single bad row is skipped instead. */
public final class CannotImport extends RuntimeException {
    public CannotImport(String message) {
        super(message);
    }
}
