package io.replybeat.care.metric;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many are in each bucket: signed, and a bucket that comes back to zero vanishes.
 *
 * <p>Ascending cells in one array, the bucket in a cell's upper 16 bits and its count in the lower 48: one value takes 64
 * bytes with its sketch, and a sketch of a day has at most a few hundred cells.
 */
final class BucketCounts {

    private static final int COUNT_BITS = 48;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final long[] NONE = {};

    private long[] cells = NONE;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** How many buckets are not zero. */
    int size() {
        return size;
    }

    /** The i-th bucket that is not zero, ascending. */
    int bucket(int i) {
        return (int) (cells[i] >>> COUNT_BITS);
    }

    /** How many are in the i-th bucket that is not zero. */
    long count(int i) {
        return count(cells[i]);
    }

    private static long count(long cell) {
        return cell << Long.SIZE - COUNT_BITS >> Long.SIZE - COUNT_BITS;
    }

    private static long cell(int bucket, long count) {
        if (count(count) != count) {
            throw new ArithmeticException("more than 2^47 durations in one bucket");
        }
        return (long) bucket << COUNT_BITS | count & COUNT_MASK;
    }

    void add(int bucket, long n) {
        if (n == 0) {
            return;
        }
        int place = place(bucket);
        if (place == size || bucket(place) != bucket) {
            insert(place, cell(bucket, n));
            return;
        }
        long sum = count(place) + n;
        if (sum == 0) {
            System.arraycopy(cells, place + 1, cells, place, --size - place);
        } else {
            cells[place] = cell(bucket, sum);
        }
    }

    /** The place of the bucket, or where it would go. */
    private int place(int bucket) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (bucket(middle) < bucket) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void insert(int place, long cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size == 0 ? 1 : size * 2);
        }
        System.arraycopy(cells, place, cells, place + 1, size - place);
        cells[place] = cell;
        size++;
    }

    void merge(BucketCounts other, int sign) {
        BucketCounts added = other == this ? copy() : other;
        for (int i = 0; i < added.size; i++) {
            add(added.bucket(i), sign * added.count(i));
        }
    }

    BucketCounts copy() {
        BucketCounts copy = new BucketCounts();
        copy.cells = Arrays.copyOf(cells, size);
        copy.size = size;
        return copy;
    }

    /** The distance from the bucket before and the count: two to four bytes a bucket as a rule. */
    void write(DataOutput out) throws IOException {
        Wire.writeVarLong(size, out);
        int before = 0;
        for (int i = 0; i < size; i++) {
            Wire.writeVarLong(bucket(i) - before, out);
            Wire.writeSigned(count(i), out);
            before = bucket(i);
        }
    }

    static BucketCounts read(DataInput in) throws IOException {
        BucketCounts read = new BucketCounts();
        long size = Wire.readVarLong(in);
        if (size > LogBuckets.COUNT) {
            throw new IOException("a sketch of " + size + " buckets: the state is damaged");
        }
        read.cells = size == 0 ? NONE : new long[(int) size];
        long bucket = 0;
        for (long i = 0; i < size; i++) {
            bucket += Wire.readVarLong(in);
            if (bucket < 0 || bucket >= LogBuckets.COUNT) {
                throw new IOException("a sketch with a bucket " + bucket + ": the state is damaged");
            }
            read.add((int) bucket, Wire.readSigned(in));
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BucketCounts that && Arrays.equals(cells, 0, size, that.cells, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + Long.hashCode(cells[i]);
        }
        return hash;
    }
}
