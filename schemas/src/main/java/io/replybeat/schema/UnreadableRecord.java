package io.replybeat.schema;

/**
 * A record that cannot be read, with what its sender should know.
 *
 * <p>Carries no stack trace: a topic full of them must not cost more than a topic of good ones.
 */
public final class UnreadableRecord extends Exception {

    private final boolean schemaUnknown;

    UnreadableRecord(boolean schemaUnknown, String message) {
        super(message, null, false, false);
        this.schemaUnknown = schemaUnknown;
    }

    /** Whether it is well framed but written with a schema this release does not know, so a newer one may read it. */
    public boolean isSchemaUnknown() {
        return schemaUnknown;
    }
}
