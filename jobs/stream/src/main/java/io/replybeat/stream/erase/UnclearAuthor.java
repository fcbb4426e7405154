package io.replybeat.stream.erase;

/** Says that it is not clear who is meant, and what to add; nothing was erased. */
public final class UnclearAuthor extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnclearAuthor(String why) {
        super(why + ". Nothing was erased.");
    }
}
