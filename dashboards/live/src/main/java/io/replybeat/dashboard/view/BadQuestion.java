package io.replybeat.dashboard.view;

/** Which parameter of a request cannot be understood, and what would be right? */
public final class BadQuestion extends Exception {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String remedy;

    public BadQuestion(String field, String problem, String remedy) {
        super(problem);
        this.field = field;
        this.remedy = remedy;
    }

    public String field() {
        return field;
    }

    public String remedy() {
        return remedy;
    }
}
