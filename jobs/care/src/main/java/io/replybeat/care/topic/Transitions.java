package io.replybeat.care.topic;

/**
 * To which state does a character lead from a state? A hash table of longs, each a state (24 bits), a character (16) and
 * the next state (24): one look into memory is mostly all a step costs.
 */
final class Transitions {

    static final int MOST_STATES = 1 << 24;

    private static final int STATE_BITS = 24;
    private static final int STATE_MASK = MOST_STATES - 1;

    private long[] table = new long[1 << 10];
    private int used;

    /** 0 if there is none. */
    int next(int state, char c) {
        long key = key(state, c);
        long entry = table[slot(key)];
        return (int) entry & STATE_MASK;
    }

    /** A step that is not there yet. */
    void add(int state, char c, int next) {
        if (++used * 3 > table.length * 2) {
            grow();
        }
        long key = key(state, c);
        table[slot(key)] = key << STATE_BITS | next;
    }

    private static long key(int state, char c) {
        return (long) state << 16 | c;
    }

    /** Where the step is, or the free place where it would be. */
    private int slot(long key) {
        int mask = table.length - 1;
        long hash = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & mask;
        while (table[slot] != 0 && table[slot] >>> STATE_BITS != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = table;
        table = new long[before.length * 2];
        for (long entry : before) {
            if (entry != 0) {
                table[slot(entry >>> STATE_BITS)] = entry;
            }
        }
    }
}
