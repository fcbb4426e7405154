package io.replybeat.care.metric;

/**
 * Into which bucket does a number of seconds fall, and which value stands for the bucket?
 *
 * <p>Below 128 every value has a bucket of its own. Above, each doubling is cut into 64 buckets of equal width, so a
 * bucket that starts at l is at most l/64 wide and its middle is off by at most 1/128 = 0.78 %. Shifts only: the same on
 * every JVM, about a nanosecond, and all of {@code long} fits into {@link #COUNT} buckets (ten years of seconds need 1 500).
 */
final class LogBuckets {

    private static final int BITS = 6;
    private static final int PER_DOUBLING = 1 << BITS;

    /** One more than the largest bucket. */
    static final int COUNT = (Long.SIZE - BITS) * PER_DOUBLING;

    private LogBuckets() {}

    static int of(long value) {
        if (value < 2 * PER_DOUBLING) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(value);
        return (shift << BITS) + (int) (value >>> shift);
    }

    /** The value in the middle of the bucket, rounded down. */
    static long middle(int bucket) {
        int shift = shift(bucket);
        return shift == 0 ? bucket : (significant(bucket) << shift) + ((1L << shift) - 1 >>> 1);
    }

    private static int shift(int bucket) {
        return Math.max(0, (bucket >>> BITS) - 1);
    }

    private static long significant(int bucket) {
        return PER_DOUBLING + (bucket & (PER_DOUBLING - 1));
    }
}
