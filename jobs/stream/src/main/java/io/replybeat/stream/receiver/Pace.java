package io.replybeat.stream.receiver;

import io.replybeat.stream.retry.Backoff;

/**
 * May another request leave for this receiver now?
 *
 * <p>After a failure nobody sends before the back-off is over, and then one request at a time feels whether the receiver is
 * back. Who failed waits longer with each failure of its own, so that one alert no receiver can digest holds up no other.
 */
final class Pace {

    private static final int REQUESTS_AT_ONCE = 4;

    private final Backoff backoff;

    /** Requests in a row of which none was answered well. */
    private int failures;

    private long pausedUntil;

    Pace(Backoff backoff) {
        this.backoff = backoff;
    }

    boolean allowsAnother(int requestsUnderWay, long now) {
        return now >= pausedUntil && requestsUnderWay < (failures > 0 ? 1 : REQUESTS_AT_ONCE);
    }

    void succeeded() {
        failures = 0;
    }

    /**
     * Returns when others may try again.
     *
     * @param asked milliseconds the receiver wants to be left alone; 0 if it does not say
     */
    long failed(long now, long asked) {
        pausedUntil = now + Math.max(asked, backoff.afterFailures(failures++));
        return pausedUntil;
    }

    /** Returns when the one that failed may try again, after so many failures of its own. */
    long ownTurn(long now, int ownFailures) {
        return Math.max(pausedUntil, now + backoff.afterFailures(ownFailures));
    }

    /** A timer counts, not the clock, which may have been set back meanwhile. */
    void reached(long instant) {
        pausedUntil = pausedUntil <= instant ? 0 : pausedUntil;
    }
}
