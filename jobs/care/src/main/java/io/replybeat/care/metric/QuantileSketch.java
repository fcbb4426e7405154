package io.replybeat.care.metric;

import io.replybeat.care.codec.Bytes;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Base64;

/**
 * How are many durations spread, in a few hundred bytes that can be added <em>and</em> subtracted?
 *
 * <p>Over non-negative whole seconds. Count and sum are exact; a quantile is off by at most 0.4 % of its value, and not
 * at all below 256 s (see {@link LogBuckets}). Content alone decides the bytes: whatever was added and taken away again
 * on the way, equal sketches are written equally. Counts are signed, so a sketch is a total as well as the difference
 * between two totals.
 */
public final class QuantileSketch {

    public static final Codec<QuantileSketch> CODEC = new Versioned<>(1, QuantileSketch::write, QuantileSketch::read);

    private final BucketCounts buckets;
    private long count;
    private long sum;

    public QuantileSketch() {
        this(new BucketCounts(), 0, 0);
    }

    private QuantileSketch(BucketCounts buckets, long count, long sum) {
        this.buckets = buckets;
        this.count = count;
        this.sum = sum;
    }

    /** How many values, those taken away subtracted. */
    public long count() {
        return count;
    }

    /** The exact sum of the values in seconds. */
    public long sum() {
        return sum;
    }

    /** Nothing in it. A sketch of count 0 may still hold something: one value more and another one less. */
    public boolean isEmpty() {
        return sum == 0 && buckets.isEmpty();
    }

    /** Adds the value n times; a negative n takes it away. */
    public void add(long value, long n) {
        if (value < 0) {
            throw new IllegalArgumentException("a duration is never negative, but this one is " + value + " s");
        }
        buckets.add(LogBuckets.of(value), n);
        count += n;
        sum += value * n;
    }

    public void add(QuantileSketch other) {
        merge(other, 1);
    }

    public void subtract(QuantileSketch other) {
        merge(other, -1);
    }

    void merge(QuantileSketch other, int sign) {
        buckets.merge(other.buckets, sign);
        count += sign * other.count;
        sum += sign * other.sum;
    }

    /**
     * The value below or at which a share q (0…1) of all values lies, in seconds.
     *
     * <p>By nearest rank: of n values in ascending order the one at place ⌈q·n⌉, counted from 1 and at least 1. So it is
     * a value that occurred (give or take the bucket's width) and never one between two; of an even number of values p50
     * is the lower of the two in the middle. Ranks within a billionth of a whole number are that number: 0.9 · 30 is 27.
     */
    public long quantile(double q) {
        if (count <= 0) {
            throw new IllegalStateException("nobody has been measured, so there is no quantile");
        }
        long rank = Math.max(1, (long) Math.ceil(q * count - 1e-9));
        long seen = 0;
        int reached = 0;
        for (int i = 0; i < buckets.size() && seen < rank; i++) {
            reached = buckets.bucket(i);
            seen += buckets.count(i);
        }
        return LogBuckets.middle(reached);
    }

    /**
     * How many values are in each band between these ascending bounds: below the first, from each to the next (the lower
     * bound belongs to the band), from the last on; one more than bounds. A bound is met as exactly as a quantile is.
     */
    public long[] histogram(long... bounds) {
        long[] bands = new long[bounds.length + 1];
        int band = 0;
        for (int i = 0; i < buckets.size(); i++) {
            long value = LogBuckets.middle(buckets.bucket(i));
            while (band < bounds.length && value >= bounds[band]) {
                band++;
            }
            bands[band] += buckets.count(i);
        }
        return bands;
    }

    public QuantileSketch copy() {
        return new QuantileSketch(buckets.copy(), count, sum);
    }

    /** The bytes of {@link #CODEC} as documents hold them. */
    public String toBase64() {
        Bytes bytes = new Bytes();
        bytes.append(this, CODEC);
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    /** The sketch of {@link #toBase64()}; anything else is an {@link IllegalArgumentException}. */
    public static QuantileSketch ofBase64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try {
            return CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a sketch: " + text, e);
        }
    }

    void write(DataOutput out) throws IOException {
        Wire.writeSigned(sum, out);
        buckets.write(out);
    }

    static QuantileSketch read(DataInput in) throws IOException {
        long sum = Wire.readSigned(in);
        BucketCounts buckets = BucketCounts.read(in);
        long count = 0;
        for (int i = 0; i < buckets.size(); i++) {
            count += buckets.count(i);
        }
        return new QuantileSketch(buckets, count, sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantileSketch that && sum == that.sum && buckets.equals(that.buckets);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(sum) + buckets.hashCode();
    }

    @Override
    public String toString() {
        return count + " values, " + sum + " s" + (count > 0 ? ", p50 " + quantile(0.5) + " s" : "");
    }
}
