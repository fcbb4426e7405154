package io.replybeat.care.metric;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.fact.Durations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What can happen to a summary, drawn at random from a seed; and the bytes of what came out. */
final class RandomSummaries {

    private static final long TEN_YEARS = 10L * 366 * 86_400;

    private final Random random;
    private final double withdrawn;

    /** A quarter of all changes takes something out, be it there or not. */
    RandomSummaries(long seed) {
        this(seed, 0.25);
    }

    /** The share of changes that take something out. */
    RandomSummaries(long seed, double withdrawn) {
        random = new Random(seed);
        this.withdrawn = withdrawn;
    }

    Summary summary() {
        Summary summary = new Summary();
        changes(random.nextInt(40)).forEach(change -> change.accept(summary));
        return summary;
    }

    List<Consumer<Summary>> changes(int n) {
        List<Consumer<Summary>> changes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            changes.add(change());
        }
        return changes;
    }

    private Consumer<Summary> change() {
        int sign = random.nextDouble() < withdrawn ? -1 : 1;
        switch (random.nextInt(4)) {
            case 0 -> {
                Counter counter = Counter.values()[random.nextInt(Counter.values().length)];
                return summary -> summary.count(counter, sign);
            }
            case 1 -> {
                Timing timing = Timing.values()[random.nextInt(Timing.values().length)];
                Durations durations = durations();
                return summary -> summary.time(timing, durations, sign);
            }
            case 2 -> {
                Tally tally = Tally.values()[random.nextInt(Tally.values().length)];
                String name = "name " + random.nextInt(5);
                return summary -> summary.tally(tally, name, sign);
            }
            default -> {
                long customer = MetricHash.of("customer " + random.nextInt(30));
                return summary -> summary.customer(customer, sign);
            }
        }
    }

    Durations durations() {
        long seconds = (long) Math.exp(random.nextDouble() * Math.log(TEN_YEARS));
        long business =
                switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> seconds / 3;
                    default -> seconds; // A brand that never closes, which is kept differently.
                };
        return new Durations(seconds, business, business, business > 0);
    }

    Random random() {
        return random;
    }

    static <T> byte[] bytes(Codec<T> codec, T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            codec.write(value, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(Summary summary) {
        return bytes(Summary.CODEC, summary);
    }

    static <T> T read(Codec<T> codec, byte[] bytes) {
        try {
            return codec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
