package io.replybeat.care.metric;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many different people wrote, when a message can also be taken back?
 *
 * <p>Counts the messages of each (people are 64-bit hashes, see {@link MetricHash}), so it is exact and can be subtracted,
 * which no sketch of distinct values can. 24 to 48 bytes a person; a person whose count comes back to zero vanishes.
 * Holds totals and differences alike, so counts are signed. Merging two counters counts a person in both once: that is why
 * the numbers of distinct people of two windows do not add up, while their counters do.
 */
public final class DistinctCounter {

    public static final Codec<DistinctCounter> CODEC =
            new Versioned<>(1, DistinctCounter::write, DistinctCounter::read);

    /** Sees every person and how many messages are theirs. */
    @FunctionalInterface
    public interface Visitor {
        void visit(long person, long messages);
    }

    private static final long[] NOBODY = {};

    /** Open addressing with linear probing; a count of zero marks a free slot, so every hash can be a key. */
    private long[] people;

    private int[] counts;
    private int size;
    private long distinct;

    public DistinctCounter() {
        this(2);
    }

    /** @param capacity a power of two, at least twice the number of people to come */
    private DistinctCounter(int capacity) {
        allocate(capacity);
    }

    private void allocate(int capacity) {
        people = new long[capacity];
        counts = new int[capacity];
    }

    /** The number of people with a positive count. */
    public long distinct() {
        return distinct;
    }

    /** The number of people it remembers, those of negative counts included. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** How many messages are this person's; 0 when there are none. */
    public long count(long person) {
        return counts[slot(person)];
    }

    /** Adds n messages of the person; a negative n takes them away. */
    public void add(long person, long n) {
        int slot = slot(person);
        int before = counts[slot];
        int after = Math.toIntExact(before + n);
        if (before == after) {
            return;
        }
        distinct += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        people[slot] = person;
        counts[slot] = after;
        if (before == 0) {
            size++;
            growIfNeeded();
        } else if (after == 0) {
            size--;
            closeGap(slot);
        }
    }

    public void add(DistinctCounter other) {
        merge(other, 1);
    }

    public void subtract(DistinctCounter other) {
        merge(other, -1);
    }

    void merge(DistinctCounter other, int sign) {
        DistinctCounter added = other == this ? copy() : other;
        added.forEach((person, n) -> add(person, sign * n));
    }

    public void forEach(Visitor visitor) {
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                visitor.visit(people[slot], counts[slot]);
            }
        }
    }

    public DistinctCounter copy() {
        DistinctCounter copy = new DistinctCounter(0);
        copy.people = people.clone();
        copy.counts = counts.clone();
        copy.size = size;
        copy.distinct = distinct;
        return copy;
    }

    /** The person's slot, or the free one where they would go. */
    private int slot(long person) {
        int slot = home(person);
        while (counts[slot] != 0 && people[slot] != person) {
            slot = slot + 1 & counts.length - 1;
        }
        return slot;
    }

    /** Bits from two places, so that a counter that holds one bucket of all people (equal low or high bits) spreads too. */
    private int home(long person) {
        return (int) (person ^ person >>> 29) & counts.length - 1;
    }

    /** At most half full, so that a search meets 1.5 slots on average. */
    private void growIfNeeded() {
        if (size * 2 > counts.length) {
            long[] oldPeople = people;
            int[] oldCounts = counts;
            allocate(oldCounts.length * 2);
            for (int i = 0; i < oldCounts.length; i++) {
                if (oldCounts[i] != 0) {
                    int slot = slot(oldPeople[i]);
                    people[slot] = oldPeople[i];
                    counts[slot] = oldCounts[i];
                }
            }
        }
    }

    /** Moves up whoever had to step aside for the one that left; otherwise they would not be found again. */
    private void closeGap(int gap) {
        int mask = counts.length - 1;
        for (int slot = gap + 1 & mask; counts[slot] != 0; slot = slot + 1 & mask) {
            int home = home(people[slot]);
            if ((slot - home & mask) >= (slot - gap & mask)) {
                people[gap] = people[slot];
                counts[gap] = counts[slot];
                counts[slot] = 0;
                gap = slot;
            }
        }
    }

    /** In the order of the hashes; also what never was: null is written as an empty counter, and read as one. */
    static void write(DistinctCounter counter, DataOutput out) throws IOException {
        long[] people = counter == null || counter.isEmpty() ? NOBODY : counter.sortedPeople();
        Wire.writeVarLong(people.length, out);
        for (long person : people) {
            out.writeLong(person);
            Wire.writeSigned(counter.count(person), out);
        }
    }

    static DistinctCounter read(DataInput in) throws IOException {
        int size = Math.toIntExact(Wire.readVarLong(in));
        DistinctCounter read = new DistinctCounter(size < 2 ? 2 : Integer.highestOneBit(size - 1) << 2);
        for (int i = 0; i < size; i++) {
            read.add(in.readLong(), Wire.readSigned(in));
        }
        return read;
    }

    private long[] sortedPeople() {
        long[] sorted = new long[size];
        int next = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                sorted[next++] = people[slot];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof DistinctCounter that) || size != that.size) {
            return false;
        }
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0 && counts[slot] != that.count(people[slot])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                hash += Long.hashCode(people[slot]) * 31 + counts[slot];
            }
        }
        return hash;
    }

    @Override
    public String toString() {
        return distinct + " people";
    }
}
