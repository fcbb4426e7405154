package io.replybeat.care.metric;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many are in each bucket: signed, and a bucket that comes back to zero vanishes.
 *
 * <p>64 buckets (half a doubling of {@link LogBuckets}) make a page, 64 pages at most, and only pages that hold something exist: a bucket is
 * found with two population counts, and one value takes 96 bytes.
 */
final class BucketCounts {

    private long present;
    private PackedCounts[] pages = new PackedCounts[1];

    boolean isEmpty() {
        return present == 0;
    }

    long get(int bucket) {
        long bit = 1L << number(bucket);
        return (present & bit) == 0 ? 0 : pages[place(bit)].get(slot(bucket));
    }

    void add(int bucket, long n) {
        if (n == 0) {
            return;
        }
        long bit = 1L << number(bucket);
        int place = place(bit);
        PackedCounts page = page(bit, place);
        page.add(slot(bucket), n);
        dropIfEmpty(bit, place);
    }

    void merge(BucketCounts other, int sign) {
        BucketCounts added = other == this ? copy() : other;
        int i = 0;
        for (long left = added.present; left != 0; left &= left - 1) {
            long bit = Long.lowestOneBit(left);
            int place = place(bit);
            page(bit, place).merge(added.pages[i++], sign);
            dropIfEmpty(bit, place);
        }
    }

    /** The buckets that are not zero, ascending. */
    int[] buckets() {
        int[] buckets = new int[size()];
        int next = 0;
        int i = 0;
        for (long left = present; left != 0; left &= left - 1) {
            int first = Long.numberOfTrailingZeros(left) * PackedCounts.SLOTS;
            for (long slots = pages[i++].present(); slots != 0; slots &= slots - 1) {
                buckets[next++] = first + Long.numberOfTrailingZeros(slots);
            }
        }
        return buckets;
    }

    private int size() {
        int size = 0;
        for (int i = 0; i < Long.bitCount(present); i++) {
            size += pages[i].size();
        }
        return size;
    }

    private static int number(int bucket) {
        return bucket / PackedCounts.SLOTS;
    }

    private static int slot(int bucket) {
        return bucket % PackedCounts.SLOTS;
    }

    private int place(long bit) {
        return Long.bitCount(present & (bit - 1));
    }

    /** The page, made if there is none. */
    private PackedCounts page(long bit, int place) {
        if ((present & bit) == 0) {
            int size = Long.bitCount(present);
            if (size == pages.length) {
                pages = Arrays.copyOf(pages, size * 2);
            }
            System.arraycopy(pages, place, pages, place + 1, size - place);
            pages[place] = new PackedCounts();
            present |= bit;
        }
        return pages[place];
    }

    private void dropIfEmpty(long bit, int place) {
        if (pages[place].isEmpty()) {
            int last = Long.bitCount(present) - 1;
            System.arraycopy(pages, place + 1, pages, place, last - place);
            pages[last] = null;
            present &= ~bit;
        }
    }

    BucketCounts copy() {
        BucketCounts copy = new BucketCounts();
        copy.present = present;
        copy.pages = new PackedCounts[pages.length];
        Arrays.setAll(copy.pages, i -> pages[i] == null ? null : pages[i].copy());
        return copy;
    }

    /** The distance from the bucket before and the count: two to four bytes a bucket as a rule. */
    void write(DataOutput out) throws IOException {
        int[] buckets = buckets();
        Wire.writeVarLong(buckets.length, out);
        int before = 0;
        for (int bucket : buckets) {
            Wire.writeVarLong(bucket - before, out);
            Wire.writeSigned(get(bucket), out);
            before = bucket;
        }
    }

    static BucketCounts read(DataInput in) throws IOException {
        BucketCounts read = new BucketCounts();
        long size = Wire.readVarLong(in);
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
        return other instanceof BucketCounts that
                && present == that.present
                && Arrays.equals(pages, 0, Long.bitCount(present), that.pages, 0, Long.bitCount(present));
    }

    @Override
    public int hashCode() {
        int hash = Long.hashCode(present);
        for (int i = 0; i < Long.bitCount(present); i++) {
            hash = 31 * hash + pages[i].hashCode();
        }
        return hash;
    }
}
