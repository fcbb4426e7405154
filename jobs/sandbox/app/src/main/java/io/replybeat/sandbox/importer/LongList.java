package io.replybeat.sandbox.importer;

import java.util.Arrays;

/** A list of longs without boxes. */
final class LongList {
    private long[] values = new long[1 << 12];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void set(int index, long value) {
        values[index] = value;
    }

    long get(int index) {
        return values[index];
    }

    int[] toInts() {
        int[] ints = new int[size];
        for (int i = 0; i < size; i++) {
            ints[i] = Math.toIntExact(values[i]);
        }
        return ints;
    }

    int size() {
        return size;
    }
}
