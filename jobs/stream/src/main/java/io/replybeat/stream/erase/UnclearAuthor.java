package io.replybeat.stream.erase;

/** Says why the author cannot be erased as asked, and what to add; nothing was erased. */
public final class UnclearAuthor extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnclearAuthor(String why) {
        super(why + ". Nothing was erased.");
    }
}
