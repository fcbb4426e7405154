package io.replybeat.stream.intake;

/**
 * Says no to a record: why, because of which field, and what to do about it.
 *
 * <p>Never leaves the intake, which answers with a {@link Rejection}. Carries no stack trace: a topic full of broken records
 * must not cost more than one of good ones.
 */
final class Refusal extends Exception {

    private final Reason reason;
    private final String field;

    /** @param field as JSON spells it with its path, {@code author.kind}; null where no single field is at fault */
    Refusal(Reason reason, String field, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    static Refusal missing(String field) {
        return new Refusal(Reason.MISSING_FIELD, field, field + " is required and is missing or empty; send it");
    }

    static Refusal badValue(String field, String detail) {
        return new Refusal(Reason.BAD_VALUE, field, detail);
    }

    Reason reason() {
        return reason;
    }

    String field() {
        return field;
    }
}
