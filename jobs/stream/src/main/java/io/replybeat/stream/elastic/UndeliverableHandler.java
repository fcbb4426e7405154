package io.replybeat.stream.elastic;

import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/**
 * Where do documents go that Elasticsearch will never take?
 *
 * <p>The writer holds a document, checkpoints included, until the future completes; completed exceptionally it is tried
 * again later, so nothing is lost while the dead letters are out of reach. Called on the task's thread: must not block.
 */
public interface UndeliverableHandler extends AutoCloseable {

    CompletableFuture<Void> accept(Undeliverable document);

    @Override
    default void close() {}

    /** Opens a handler on the machine where the writer runs. */
    interface Factory extends Serializable {
        UndeliverableHandler open();
    }

    /** The writer's own warning in the log and its counter are enough. */
    static UndeliverableHandler logged() {
        return document -> CompletableFuture.completedFuture(null);
    }
}
