package io.replybeat.care.metric;

import io.replybeat.care.codec.Wire;
import io.replybeat.care.fact.Durations;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/** How long did things take: a sketch for each timing and clock that was touched, none for the others. */
final class TimingSet {

    private static final int CLOCKS = ClockKind.values().length;
    private static final int SKETCHES = Timing.values().length * CLOCKS;

    private final QuantileSketch[] sketches = new QuantileSketch[SKETCHES];

    void add(Timing timing, Durations durations, int sign) {
        change(timing, ClockKind.CALENDAR).add(durations.seconds(), sign);
        change(timing, ClockKind.BUSINESS).add(durations.businessSeconds(), sign);
    }

    void merge(TimingSet other, int sign) {
        for (int i = 0; i < SKETCHES; i++) {
            if (other.sketches[i] != null) {
                change(i).merge(other.sketches[i], sign);
            }
        }
    }

    /** Null when it was never touched. */
    QuantileSketch get(Timing timing, ClockKind clock) {
        return sketches[index(timing, clock)];
    }

    QuantileSketch change(Timing timing, ClockKind clock) {
        return change(index(timing, clock));
    }

    boolean isEmpty() {
        return mask() == 0;
    }

    TimingSet copy() {
        TimingSet copy = new TimingSet();
        Arrays.setAll(copy.sketches, i -> sketches[i] == null ? null : sketches[i].copy());
        return copy;
    }

    private QuantileSketch change(int index) {
        if (sketches[index] == null) {
            sketches[index] = new QuantileSketch();
        }
        return sketches[index];
    }

    private static int index(Timing timing, ClockKind clock) {
        return timing.ordinal() * CLOCKS + clock.ordinal();
    }

    /** One bit for each sketch that holds something. */
    private long mask() {
        long mask = 0;
        for (int i = 0; i < SKETCHES; i++) {
            mask |= content(i) == null ? 0 : 1L << i;
        }
        return mask;
    }

    private QuantileSketch content(int i) {
        return sketches[i] == null || sketches[i].isEmpty() ? null : sketches[i];
    }

    /** Also what never was: no set is written as an empty one. */
    static void write(TimingSet set, DataOutput out) throws IOException {
        long mask = set == null ? 0 : set.mask();
        Wire.writeVarLong(mask, out);
        for (; mask != 0; mask &= mask - 1) {
            set.sketches[Long.numberOfTrailingZeros(mask)].write(out);
        }
    }

    static TimingSet read(DataInput in) throws IOException {
        long mask = Wire.readVarLong(in);
        if (mask == 0) {
            return null;
        }
        TimingSet read = new TimingSet();
        for (; mask != 0; mask &= mask - 1) {
            read.sketches[Long.numberOfTrailingZeros(mask)] = QuantileSketch.read(in);
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof TimingSet that)) {
            return false;
        }
        for (int i = 0; i < SKETCHES; i++) {
            if (!Objects.equals(content(i), that.content(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < SKETCHES; i++) {
            hash = 31 * hash + Objects.hashCode(content(i));
        }
        return hash;
    }
}
