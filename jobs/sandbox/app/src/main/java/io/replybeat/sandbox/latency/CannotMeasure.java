package io.replybeat.sandbox.latency;

/** Says what is missing to measure, and how to give it. */
public final class CannotMeasure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotMeasure(String message) {
        super(message);
    }

    public CannotMeasure(String message, Throwable cause) {
        super(message, cause);
    }
}
