package io.replybeat.dashboard.read;

/** Why there is no answer, in words fit for the page: no address, no stack trace. The cause holds the details. */
public final class ElasticsearchFailure extends Exception {

    private static final long serialVersionUID = 1;

    ElasticsearchFailure(String message) {
        super(message);
    }

    ElasticsearchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
