package io.replybeat.dashboard.serve;

import java.util.function.Consumer;

/**
 * Promises that a slow page costs no memory: at most one push is under way and one waits, and a newer snapshot takes the
 * place of the one that waits.
 */
final class Latest {

    private final Consumer<Push> line;
    private boolean sending;
    private Push waiting;

    /** {@code line} sends a push and has {@link #sent} called when it is through. */
    Latest(Consumer<Push> line) {
        this.line = line;
    }

    void push(Push push) {
        synchronized (this) {
            if (sending) {
                waiting = newer(push);
                return;
            }
            sending = true;
        }
        line.accept(push);
    }

    /** A heartbeat must not push out a snapshot that still waits. */
    private Push newer(Push push) {
        return waiting != null && push.name().equals(Feed.HEARTBEAT) ? waiting : push;
    }

    void sent() {
        Push next;
        synchronized (this) {
            next = waiting;
            waiting = null;
            sending = next != null;
        }
        if (next != null) {
            line.accept(next);
        }
    }
}
