package io.replybeat.care.metric;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How often was each name counted: topics, replies? A name of which nothing is left is gone, so equal counts are equal. */
final class Tallies {

    private static final Tally[] KINDS = Tally.values();

    /** By name within a kind: equal counts are written as equal bytes. Null for a kind that was never touched. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private final TreeMap<String, Long>[] counts = new TreeMap[KINDS.length];

    void add(Tally tally, String name, long n) {
        TreeMap<String, Long> kind = counts[tally.ordinal()];
        if (kind == null) {
            kind = new TreeMap<>();
            counts[tally.ordinal()] = kind;
        }
        kind.merge(name, n, (before, more) -> before + more == 0 ? null : before + more);
    }

    void merge(Tallies other, int sign) {
        for (Tally tally : KINDS) {
            other.get(tally).forEach((name, n) -> add(tally, name, sign * n));
        }
    }

    Map<String, Long> get(Tally tally) {
        TreeMap<String, Long> kind = counts[tally.ordinal()];
        return kind == null ? Map.of() : kind;
    }

    boolean isEmpty() {
        for (TreeMap<String, Long> kind : counts) {
            if (kind != null && !kind.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    Tallies copy() {
        Tallies copy = new Tallies();
        copy.merge(this, 1);
        return copy;
    }

    /** Also what never was: none is written as an empty one. */
    static void write(Tallies tallies, DataOutput out) throws IOException {
        int mask = 0;
        for (Tally tally : KINDS) {
            mask |= tallies == null || tallies.get(tally).isEmpty() ? 0 : 1 << tally.ordinal();
        }
        out.writeByte(mask);
        for (int left = mask; left != 0; left &= left - 1) {
            Map<String, Long> kind = tallies.counts[Integer.numberOfTrailingZeros(left)];
            Wire.writeVarLong(kind.size(), out);
            for (Map.Entry<String, Long> count : kind.entrySet()) {
                Wire.writeString(count.getKey(), out);
                Wire.writeSigned(count.getValue(), out);
            }
        }
    }

    static Tallies read(DataInput in) throws IOException {
        int mask = in.readUnsignedByte();
        if (mask == 0) {
            return null;
        }
        Tallies read = new Tallies();
        for (int left = mask; left != 0; left &= left - 1) {
            Tally tally = KINDS[Integer.numberOfTrailingZeros(left)];
            for (long size = Wire.readVarLong(in); size > 0; size--) {
                read.add(tally, Wire.readName(in), Wire.readSigned(in));
            }
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Tallies that)) {
            return false;
        }
        for (Tally tally : KINDS) {
            if (!get(tally).equals(that.get(tally))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Tally tally : KINDS) {
            hash = 31 * hash + get(tally).hashCode();
        }
        return hash;
    }
}
