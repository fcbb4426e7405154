package io.replybeat.sandbox.simulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * When is an event handed on? History as fast as the receiver takes it, then each event when its arrival is due: event time
 * never overtakes the clock.
 *
 * <p>One thread calls {@link #play}; it ends by interruption or by a failure of the receiver, which it throws.
 */
public final class Player {

    /** What time is it, and how is time passed? */
    public interface Ticker {
        long now();

        void sleepUntil(long instant) throws InterruptedException;

        static Ticker wall() {
            return new Ticker() {
                @Override
                public long now() {
                    return System.currentTimeMillis();
                }

                @Override
                public void sleepUntil(long instant) throws InterruptedException {
                    Thread.sleep(Math.max(1, instant - now()));
                }
            };
        }
    }

    /** Takes events; {@link #flush} returns when all taken so far are safe. */
    public interface Publisher extends AutoCloseable {
        void publish(Delivery delivery);

        void flush();

        @Override
        void close();
    }

    /** How far is it? {@code playedUntil} is the arrival time reached, in milliseconds since the epoch. */
    public record Progress(long published, long playedUntil, boolean live) {}

    /** So often, in events, does history report its progress. */
    private static final long REPORT_EVERY = 50_000;

    /** Live events are released together, at most this late, in milliseconds: four batches a second look steady. */
    private static final long BEAT = 250;

    private final Traffic traffic;
    private final Publisher publisher;
    private final Ticker ticker;
    private final Consumer<Progress> progress;
    private final AtomicLong published = new AtomicLong();
    private volatile boolean paused;

    public Player(Traffic traffic, Publisher publisher, Ticker ticker, Consumer<Progress> progress) {
        this.traffic = traffic;
        this.publisher = publisher;
        this.ticker = ticker;
        this.progress = progress;
    }

    public long published() {
        return published.get();
    }

    /**
     * While paused nothing is handed on and nothing happens; afterwards life goes on where it was, at the time it is then.
     * History is always played to its end.
     */
    public void paused(boolean nowPaused) {
        paused = nowPaused;
    }

    public boolean isPaused() {
        return paused;
    }

    /** Plays until the thread is interrupted; the progress turns live when history has caught up with the clock. */
    public void play() {
        try {
            catchUp();
            long before = ticker.now();
            while (!Thread.currentThread().isInterrupted()) {
                long now = ticker.now();
                if (paused) {
                    traffic.standStill(Duration.ofMillis(now - before));
                } else {
                    releaseDue(now, true);
                }
                before = now;
                ticker.sleepUntil(now + BEAT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** History takes time, in which new history arises; it is over when a round had nothing more to report. */
    private void catchUp() {
        long before;
        do {
            before = published.get();
            releaseDue(ticker.now(), false);
        } while (published.get() - before > REPORT_EVERY
                && !Thread.currentThread().isInterrupted());
        progress.accept(new Progress(published.get(), ticker.now(), true));
    }

    private void releaseDue(long now, boolean live) {
        while (traffic.nextArrival() <= now && !Thread.currentThread().isInterrupted()) {
            Delivery delivery = traffic.next();
            publisher.publish(delivery);
            if (published.incrementAndGet() % REPORT_EVERY == 0) {
                progress.accept(new Progress(published.get(), delivery.arrivesAt(), live));
            }
        }
        publisher.flush();
    }
}
