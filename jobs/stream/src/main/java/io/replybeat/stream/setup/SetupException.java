package io.replybeat.stream.setup;

/** Why setup cannot go on, and what to do about it: the message is for people. */
public final class SetupException extends RuntimeException {

    SetupException(String message, Throwable cause) {
        super(message, cause);
    }

    SetupException(String message) {
        super(message);
    }
}
