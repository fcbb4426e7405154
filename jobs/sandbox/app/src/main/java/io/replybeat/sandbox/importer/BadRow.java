package io.replybeat.sandbox.importer;

/** One row cannot be read; says what is wrong with it. */
final class BadRow extends Exception {
    BadRow(String reason) {
        super(reason, null, false, false);
    }

    static String quoted(String value) {
        return "\"" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "\"";
    }
}
