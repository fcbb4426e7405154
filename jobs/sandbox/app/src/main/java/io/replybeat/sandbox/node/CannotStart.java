package io.replybeat.sandbox.node;

/** Says why a part of the sandbox does not run and what to do about it, in words for the person who started it. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
