package io.replybeat.stream.retry;

import java.util.random.RandomGenerator;

/**
 * How many milliseconds until the next try?
 *
 * <p>Doubles from {@code min} to {@code max}; the upper half is drawn at random, so that the writers of a job that all
 * met the same outage do not come back as one wave.
 */
public record Backoff(long min, long max, RandomGenerator random) {

    /** @param failures how many tries in a row got nothing delivered; 0 after a partial success */
    public long afterFailures(int failures) {
        long ceiling = Math.min(max, min << Math.min(failures, 20));
        return ceiling / 2 + random.nextLong(ceiling / 2 + 1);
    }
}
