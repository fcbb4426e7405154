package io.replybeat.dashboard.serve;

/** What somebody asks for does not exist, or no more. */
final class NotThere extends Exception {

    private static final long serialVersionUID = 1;

    private final String field;

    NotThere(String field, String problem) {
        super(problem);
        this.field = field;
    }

    String field() {
        return field;
    }
}
