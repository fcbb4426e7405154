package io.replybeat.sandbox.importer;

import java.util.Arrays;

/**
 * Which number did a key get? Keys are numbered from 0 in the order they come. Open addressing over primitive arrays: 12
 * bytes a slot at a load under two thirds, where a {@code HashMap<Long, Integer>} takes about 80 an entry.
 */
final class LongIndex {

    static final int ABSENT = -1;

    private long[] keys = new long[1 << 12];
    private int[] numbers = filled(1 << 12);
    private int size;

    int size() {
        return size;
    }

    int numberOf(long key) {
        return numbers[slotOf(key)];
    }

    /** @return the key's number; {@link #size} as it was before tells whether it is new */
    int add(long key) {
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        int slot = slotOf(key);
        if (numbers[slot] == ABSENT) {
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    private int slotOf(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (numbers[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = filled(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != ABSENT) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private static int[] filled(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, ABSENT);
        return numbers;
    }
}
