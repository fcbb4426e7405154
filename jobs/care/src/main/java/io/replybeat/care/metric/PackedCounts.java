package io.replybeat.care.metric;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which of 64 counts are not zero, and what do they say?
 *
 * <p>One bit each in {@code present}, and those counts alone, in order: 48 bytes for the one or two that an event touches,
 * where an array of all would take over 500. Finding a count is one population count, without a search.
 */
final class PackedCounts {

    /** How many counts there is room for. */
    static final int SLOTS = Long.SIZE;

    private long present;
    private long[] counts = new long[1];

    boolean isEmpty() {
        return present == 0;
    }

    private int size() {
        return Long.bitCount(present);
    }

    long get(int slot) {
        long bit = 1L << slot;
        return (present & bit) == 0 ? 0 : counts[place(bit)];
    }

    void add(int slot, long n) {
        if (n == 0) {
            return;
        }
        long bit = 1L << slot;
        int place = place(bit);
        if ((present & bit) == 0) {
            insert(place, n);
            present |= bit;
        } else if ((counts[place] += n) == 0) {
            System.arraycopy(counts, place + 1, counts, place, size() - place - 1);
            present &= ~bit;
        }
    }

    void merge(PackedCounts other, int sign) {
        long[] added = other == this ? counts.clone() : other.counts;
        int i = 0;
        for (long left = other.present; left != 0; left &= left - 1) {
            add(Long.numberOfTrailingZeros(left), sign * added[i++]);
        }
    }

    private int place(long bit) {
        return Long.bitCount(present & (bit - 1));
    }

    private void insert(int place, long n) {
        int size = size();
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(counts, place, counts, place + 1, size - place);
        counts[place] = n;
    }

    PackedCounts copy() {
        PackedCounts copy = new PackedCounts();
        copy.present = present;
        copy.counts = Arrays.copyOf(counts, Math.max(size(), 1));
        return copy;
    }

    void write(DataOutput out) throws IOException {
        Wire.writeVarLong(present, out);
        for (int i = 0; i < size(); i++) {
            Wire.writeSigned(counts[i], out);
        }
    }

    static PackedCounts read(DataInput in) throws IOException {
        PackedCounts read = new PackedCounts();
        read.present = Wire.readVarLong(in);
        read.counts = new long[Math.max(read.size(), 1)];
        for (int i = 0; i < read.size(); i++) {
            read.counts[i] = Wire.readSigned(in);
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedCounts that
                && present == that.present
                && Arrays.equals(counts, 0, size(), that.counts, 0, that.size());
    }

    @Override
    public int hashCode() {
        int hash = Long.hashCode(present);
        for (int i = 0; i < size(); i++) {
            hash = 31 * hash + Long.hashCode(counts[i]);
        }
        return hash;
    }
}
