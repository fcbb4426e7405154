package io.replybeat.care.metric;

import io.replybeat.care.codec.Wire;
import io.replybeat.care.fact.Durations;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How long did things take: a sketch for each timing that was touched, by {@link ClockKind}.
 *
 * <p>Of a brand that never closes the two are the same, so the second one is kept only once it differs: half the memory and
 * half the work. Whether it is kept says nothing; equal content is equal, and written equally.
 */
final class TimingSet {

    private static final int TIMINGS = Timing.values().length;

    private final QuantileSketch[] calendar = new QuantileSketch[TIMINGS];
    /** Null where it is the same as the calendar's. */
    private QuantileSketch[] business;
    /** Null where nothing ended outside business hours. */
    private final QuantileSketch[] offHours = new QuantileSketch[TIMINGS];

    void add(Timing timing, Durations durations, int sign) {
        int index = timing.ordinal();
        if (durations.businessSeconds() != durations.seconds() || ownBusiness(index) != null) {
            changeBusiness(index).add(durations.businessSeconds(), sign);
        }
        change(calendar, index).add(durations.seconds(), sign);
        if (!durations.inBusinessHours()) {
            change(offHours, index).add(durations.seconds(), sign);
        }
    }

    void merge(TimingSet other, int sign) {
        for (int i = 0; i < TIMINGS; i++) {
            if (other.calendar[i] != null || other.ownBusiness(i) != null) {
                if (ownBusiness(i) != null || other.ownBusiness(i) != null) {
                    changeBusiness(i).merge(orNothing(other.businessOf(i)), sign);
                }
                change(calendar, i).merge(orNothing(other.calendar[i]), sign);
            }
            if (other.offHours[i] != null) {
                change(offHours, i).merge(other.offHours[i], sign);
            }
        }
    }

    /** To read, not to change; null when it was never touched. */
    QuantileSketch get(Timing timing, ClockKind clock) {
        int index = timing.ordinal();
        return switch (clock) {
            case CALENDAR -> calendar[index];
            case BUSINESS -> businessOf(index);
            case OFF_HOURS -> offHours[index];
        };
    }

    /** Puts a sketch in the place of what was there. */
    void set(Timing timing, ClockKind clock, QuantileSketch sketch) {
        int index = timing.ordinal();
        if (clock == ClockKind.OFF_HOURS) {
            offHours[index] = sketch;
        } else {
            changeBusiness(index);
            (clock == ClockKind.CALENDAR ? calendar : business)[index] = sketch;
        }
    }

    boolean isEmpty() {
        for (int i = 0; i < TIMINGS; i++) {
            if (!isNothing(calendar[i]) || !isNothing(ownBusiness(i)) || !isNothing(offHours[i])) {
                return false;
            }
        }
        return true;
    }

    TimingSet copy() {
        TimingSet copy = new TimingSet();
        for (int i = 0; i < TIMINGS; i++) {
            copy.calendar[i] = calendar[i] == null ? null : calendar[i].copy();
            copy.offHours[i] = offHours[i] == null ? null : offHours[i].copy();
            if (ownBusiness(i) != null) {
                copy.keepBusiness(i, business[i].copy());
            }
        }
        return copy;
    }

    private static QuantileSketch change(QuantileSketch[] sketches, int index) {
        if (sketches[index] == null) {
            sketches[index] = new QuantileSketch();
        }
        return sketches[index];
    }

    /** From now on it may differ. */
    private QuantileSketch changeBusiness(int index) {
        if (ownBusiness(index) == null) {
            keepBusiness(index, calendar[index] == null ? new QuantileSketch() : calendar[index].copy());
        }
        return business[index];
    }

    private void keepBusiness(int index, QuantileSketch sketch) {
        if (business == null) {
            business = new QuantileSketch[TIMINGS];
        }
        business[index] = sketch;
    }

    private QuantileSketch ownBusiness(int index) {
        return business == null ? null : business[index];
    }

    private QuantileSketch businessOf(int index) {
        return ownBusiness(index) != null ? business[index] : calendar[index];
    }

    private boolean differs(int index) {
        return ownBusiness(index) != null && !business[index].equals(orNothing(calendar[index]));
    }

    private static QuantileSketch orNothing(QuantileSketch sketch) {
        return sketch == null ? new QuantileSketch() : sketch;
    }

    private static boolean isNothing(QuantileSketch sketch) {
        return sketch == null || sketch.isEmpty();
    }

    /** Three bits for each timing: whether there is anything, whether the clocks differ, whether something ended off hours; then the sketches. */
    static void write(TimingSet set, DataOutput out) throws IOException {
        long mask = 0;
        for (int i = 0; set != null && i < TIMINGS; i++) {
            boolean differs = set.differs(i);
            mask |= differs || !isNothing(set.calendar[i]) ? 1L << 3 * i : 0;
            mask |= differs ? 2L << 3 * i : 0;
            mask |= isNothing(set.offHours[i]) ? 0 : 4L << 3 * i;
        }
        Wire.writeVarLong(mask, out);
        for (int i = 0; mask >> 3 * i != 0; i++) {
            if ((mask >> 3 * i & 1) != 0) {
                orNothing(set.calendar[i]).write(out);
            }
            if ((mask >> 3 * i & 2) != 0) {
                set.business[i].write(out);
            }
            if ((mask >> 3 * i & 4) != 0) {
                set.offHours[i].write(out);
            }
        }
    }

    static TimingSet read(DataInput in) throws IOException {
        long mask = Wire.readVarLong(in);
        if (mask == 0) {
            return null;
        }
        TimingSet read = new TimingSet();
        for (int i = 0; mask >> 3 * i != 0; i++) {
            if ((mask >> 3 * i & 1) != 0) {
                read.calendar[i] = QuantileSketch.read(in);
            }
            if ((mask >> 3 * i & 2) != 0) {
                read.keepBusiness(i, QuantileSketch.read(in));
            }
            if ((mask >> 3 * i & 4) != 0) {
                read.offHours[i] = QuantileSketch.read(in);
            }
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof TimingSet that)) {
            return false;
        }
        for (int i = 0; i < TIMINGS; i++) {
            if (!orNothing(calendar[i]).equals(orNothing(that.calendar[i]))
                    || !orNothing(businessOf(i)).equals(orNothing(that.businessOf(i)))
                    || !orNothing(offHours[i]).equals(orNothing(that.offHours[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < TIMINGS; i++) {
            hash = 31 * hash + orNothing(calendar[i]).hashCode();
            hash = 31 * hash + orNothing(businessOf(i)).hashCode();
            hash = 31 * hash + orNothing(offHours[i]).hashCode();
        }
        return hash;
    }
}
