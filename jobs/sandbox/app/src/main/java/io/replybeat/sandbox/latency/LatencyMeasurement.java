package io.replybeat.sandbox.latency;

import io.replybeat.sandbox.latency.Latencies.Shown;
import io.replybeat.sandbox.simulator.KafkaPublisher;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Writes to a running system as a customer, and looks at its page until everything written is in its number.
 *
 * <pre>
 * probe ─▶ Kafka (from here) ─▶ job ─▶ Elasticsearch ─▶ live page ─▶ snapshot with the changed number (to here)
 * </pre>
 */
public final class LatencyMeasurement implements AutoCloseable {
    /**
     * In steps of the golden ratio probes fall evenly into every phase of whatever happens once a second. They wait for nobody: who
     * sends only when the last one was seen misses what happens in the slow moments.
     */
    private static final Duration PROBE_EVERY = Duration.ofMillis(1618);

    private static final Duration FIRST_NUMBER_WITHIN = Duration.ofSeconds(30);
    private static final Duration LAST_NUMBER_WITHIN = Duration.ofSeconds(30);

    private final PageWatch watch;
    private final Probes probes;
    private final List<Long> entered = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();

    private LatencyMeasurement(PageWatch watch, Probes probes) {
        this.watch = watch;
        this.probes = probes;
    }

    /** @throws CannotMeasure when there is no page */
    public static LatencyMeasurement of(String bootstrapServers, String topic, URI page) throws InterruptedException {
        PageWatch watch = PageWatch.open(page, Probes.BRAND);
        return new LatencyMeasurement(
                watch, new Probes(new KafkaPublisher(bootstrapServers, topic), InstantSource.system()));
    }

    /**
     * @param sent is told after each probe how many there were
     * @throws CannotMeasure when the page shows no numbers
     */
    public Latencies run(int count, IntConsumer sent) throws InterruptedException {
        Shown before = watch.nextUntil(in(FIRST_NUMBER_WITHIN));
        if (before == null) {
            throw new CannotMeasure("The page shows no numbers yet.");
        }
        for (int probe = 1; probe <= count; probe++) {
            long next = in(PROBE_EVERY);
            probes.send();
            entered.add(System.nanoTime());
            sent.accept(probe);
            look(next, Long.MAX_VALUE);
        }
        look(in(LAST_NUMBER_WITHIN), before.waiting() + count);
        return Latencies.of(before.waiting(), entered, shown);
    }

    /** Notes what the page shows until then, or until it shows that many. */
    private void look(long until, long enough) throws InterruptedException {
        while (shown.isEmpty() || shown.get(shown.size() - 1).waiting() < enough) {
            Shown number = watch.nextUntil(until);
            if (number == null) {
                return;
            }
            shown.add(number);
        }
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    /** Nobody is left waiting. */
    @Override
    public void close() {
        probes.close();
        watch.close();
    }
}
