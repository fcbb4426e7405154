package io.replybeat.sandbox.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long does it take from a message in Kafka to the number on the page?
 *
 * <p>Of probes alone the page shows how many wait, not which. They are told apart by their order: the n-th is on the page with
 * the first number that is n higher than at the beginning. Where two overtake each other their times are swapped.
 *
 * @param sorted of those seen, the quickest first
 * @param missing how many were not seen
 */
public record Latencies(List<Duration> sorted, int missing) {

    /** What half, and what nearly all, may take. */
    static final Duration MEDIAN_WITHIN = Duration.ofSeconds(2);

    static final Duration P95_WITHIN = Duration.ofSeconds(4);

    /** The page's number of customers that wait for the probes' brand, and when it came, in {@link System#nanoTime}. */
    record Shown(long nanos, long waiting) {}

    /** @param entered when the probes were in Kafka, in {@link System#nanoTime} */
    static Latencies of(long waitingBefore, List<Long> entered, List<Shown> shown) {
        List<Duration> latencies = new ArrayList<>();
        int next = 0;
        for (Shown number : shown) {
            for (; next < entered.size() && number.waiting() - waitingBefore > next; next++) {
                latencies.add(Duration.ofNanos(number.nanos() - entered.get(next)));
            }
        }
        latencies.sort(null);
        return new Latencies(latencies, entered.size() - latencies.size());
    }

    /** The smallest that at least this share did not exceed; {@code share} above 0, at most 1. */
    public Duration within(double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    public boolean kept() {
        return missing == 0
                && !sorted.isEmpty()
                && within(0.5).compareTo(MEDIAN_WITHIN) <= 0
                && within(0.95).compareTo(P95_WITHIN) <= 0;
    }
}
