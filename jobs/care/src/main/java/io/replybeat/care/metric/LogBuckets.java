package io.replybeat.care.metric;

/**
 * Into which bucket does a number of seconds fall, and which value stands for the bucket?
 *
 * <p>Below 256 every value has a bucket of its own. Above, each doubling is cut into 128 buckets of equal width, so a
 * bucket that starts at l is at most l/128 wide and its middle is off by at most 1/256 = 0.4 %. Shifts only: the same on
 * every JVM, about a nanosecond. 128 and not 64, because then 5, 15 and 30 minutes and 1, 2, 4 and 8 hours are edges of
 * buckets, so that bands between them are counted exactly.
 */
final class LogBuckets {

    private static final int BITS = 7;
    private static final int PER_DOUBLING = 1 << BITS;

    /** How many buckets there are: ten years end at bucket 2 900, all before 8 700 years has one. */
    static final int COUNT = 4_096;

    /** The largest value with a bucket; what is larger is in the same one. */
    static final long LARGEST = (1L << COUNT / PER_DOUBLING + BITS - 1) - 1;

    private LogBuckets() {}

    static int of(long value) {
        if (value < 2 * PER_DOUBLING) {
            return (int) value;
        }
        long held = Math.min(value, LARGEST);
        int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(held);
        return shift * PER_DOUBLING + (int) (held >>> shift);
    }

    /** The value in the middle of the bucket, rounded down. */
    static long middle(int bucket) {
        int shift = Math.max(0, bucket / PER_DOUBLING - 1);
        long first = (long) (bucket - shift * PER_DOUBLING) << shift;
        return first + ((1L << shift) - 1) / 2;
    }
}
