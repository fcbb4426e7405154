package io.replybeat.stream.elastic;

import io.replybeat.stream.elastic.ElasticsearchOptions.Bulk;
import io.replybeat.stream.retry.Backoff;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.operators.ProcessingTimeService;

/**
 * May a request leave now, and may it be a small one?
 *
 * <p>After a failure nobody sends before the back-off is over, and then one request at a time feels whether Elasticsearch
 * is back. Whoever is told to wait is woken.
 */
final class Pace {

    private static final long NEVER = Long.MAX_VALUE;

    private final Bulk bulk;
    private final Backoff backoff;
    private final ProcessingTimeService time;
    private final Runnable wake;

    /** Tries in a row of which nothing was delivered. */
    private int failures;

    private long pausedUntil;
    private long smallBatchDue = NEVER;

    Pace(Bulk bulk, ProcessingTimeService time, RandomGenerator random, Runnable wake) {
        this.bulk = bulk;
        this.backoff =
                new Backoff(bulk.backoffMin().toMillis(), bulk.backoffMax().toMillis(), random);
        this.time = time;
        this.wake = wake;
    }

    long now() {
        return time.getCurrentProcessingTime();
    }

    boolean allowsAnother(int requestsInFlight) {
        return now() >= pausedUntil && requestsInFlight < (failures > 0 ? 1 : bulk.requestsInFlight());
    }

    boolean allowsSmallBatch() {
        return now() >= smallBatchDue;
    }

    /** Something waits: at the latest after the linger it may leave without company. */
    void somethingWaits() {
        if (smallBatchDue == NEVER) {
            wakeAt(now() + bulk.linger().toMillis());
        }
    }

    void nothingWaits() {
        smallBatchDue = NEVER;
    }

    void delivered() {
        failures = 0;
    }

    /** Returns the milliseconds until the next try. */
    long failed() {
        long wait = backoff.afterFailures(failures);
        pausedUntil = now() + wait;
        wakeAt(pausedUntil);
        return wait;
    }

    /** As {@link #failed}, and the next wait will be longer. */
    long failedWholly() {
        long wait = failed();
        failures++;
        return wait;
    }

    private void wakeAt(long at) {
        smallBatchDue = Math.min(smallBatchDue, at);
        time.registerTimer(at, due -> {
            // The timer counts, not the clock, which may have been set back meanwhile.
            pausedUntil = pausedUntil <= at ? 0 : pausedUntil;
            smallBatchDue = smallBatchDue <= at ? 0 : smallBatchDue;
            wake.run();
        });
    }
}
