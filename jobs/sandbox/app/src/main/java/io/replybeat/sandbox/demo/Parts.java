package io.replybeat.sandbox.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Promises that what was started is stopped, last started first, once, whoever asks: the end of the command or Ctrl-C in the
 * middle of the start.
 */
final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean stopping;

    /**
     * Takes over what has just started.
     *
     * @throws CancellationException when everything is being stopped; the part is stopped, too
     */
    <T extends AutoCloseable> T started(T part) {
        synchronized (running) {
            if (!stopping) {
                running.push(part);
                return part;
            }
        }
        stop(part);
        throw new CancellationException("stopped while it started");
    }

    boolean isStopping() {
        synchronized (running) {
            return stopping;
        }
    }

    @Override
    public void close() {
        synchronized (running) {
            stopping = true;
        }
        for (AutoCloseable part = next(); part != null; part = next()) {
            stop(part);
        }
    }

    private AutoCloseable next() {
        synchronized (running) {
            return running.poll();
        }
    }

    /** One part's trouble must not keep the others running. */
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly", part, e);
        }
    }
}
