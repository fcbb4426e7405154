package io.replybeat.sandbox.simulator;

/**
 * How does chance fall? The same seed and keys fall the same way on every machine and in every run.
 *
 * <p>SplitMix64 with {@link StrictMath}: the ordinary {@code Math} may differ in the last bit from processor to processor,
 * and one bit is enough for another event.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** A stream of chance of its own for every combination of keys. */
    static Dice of(long seed, long... keys) {
        long mixed = mix(seed + GOLDEN);
        for (long key : keys) {
            mixed = mix(mixed ^ (key * GOLDEN + 0x632BE59BD9B4E019L));
        }
        return new Dice(mixed);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Even between 0 (inclusive) and 1 (exclusive). */
    double even() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (even() * bound);
    }

    boolean chance(double probability) {
        return even() < probability;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - even());
    }

    /** Half of the values lie below the median; two thirds within a factor of e^sigma around it. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    private double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - even()));
        return radius * StrictMath.cos(2 * StrictMath.PI * even());
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
