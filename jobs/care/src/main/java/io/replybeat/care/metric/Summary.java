package io.replybeat.care.metric;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.fact.Durations;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * What happened in a window, so that windows can be added together and single events taken out again?
 *
 * <p>A commutative group: the empty summary changes nothing, the order of adding never matters, and {@code a + b − b} is
 * {@code a} byte for byte. So the same class is the difference one event makes and the total of a year, and every metric
 * is computed from it. A fresh one with a single count takes 80 bytes: what nobody touched is not allocated. Not
 * thread-safe.
 *
 * <p>Distinct customers are either counted here, person by person, or elsewhere: whoever keeps the people in rows of
 * their own takes them out ({@link #takeCustomers()}) and puts in what they counted ({@link #setDistinctCustomers}). Two
 * such numbers cannot be added, because nobody knows who is in both: {@link #distinctCustomers()} is {@link #UNKNOWN} then.
 *
 * <p>A kind of content beside counters, timings, customers and tallies is one more field here, null
 * until touched, with its line in merge, isEmpty, copy, write, read and equals; the version byte tells old state apart.
 */
public final class Summary {

    public static final Codec<Summary> CODEC = new Versioned<>(3, Summary::write, Summary::read);

    /** The number of distinct customers of several windows whose customers are not at hand. */
    public static final long UNKNOWN = -1;

    private final PackedCounts counters;
    private TimingSet timings;
    private DistinctCounter customers;
    private Tallies tallies;
    private long customersElsewhere;

    public Summary() {
        this(new PackedCounts());
    }

    private Summary(PackedCounts counters) {
        this.counters = counters;
    }

    public void count(Counter counter, long n) {
        counters.add(counter.ordinal(), n);
    }

    /** Adds the durations {@code sign} times: 1 for a fact that came, −1 for one that was withdrawn. */
    public void time(Timing timing, Durations durations, int sign) {
        timings().add(timing, durations, sign);
    }

    /** Counts this name {@code n} times. */
    public void tally(Tally tally, String name, long n) {
        tallies().add(tally, name, n);
    }

    /** Adds {@code sign} messages of the customer with this {@link MetricHash}. */
    public void customer(long hash, int sign) {
        customers().add(hash, sign);
    }

    public void add(Summary other) {
        merge(other, 1);
    }

    public void subtract(Summary other) {
        merge(other, -1);
    }

    private void merge(Summary other, int sign) {
        counters.merge(other.counters, sign);
        if (other.timings != null) {
            timings().merge(other.timings, sign);
        }
        if (other.customers != null) {
            customers().merge(other.customers, sign);
        }
        if (other.tallies != null) {
            tallies().merge(other.tallies, sign);
        }
        if (other.customersElsewhere != 0) {
            customersElsewhere = customersElsewhere == 0 && sign > 0 ? other.customersElsewhere : UNKNOWN;
        }
    }

    public long get(Counter counter) {
        return counters.get(counter.ordinal());
    }

    /** How often each name was counted, by name; to read, not to change. */
    public Map<String, Long> tally(Tally tally) {
        return tallies == null ? Map.of() : tallies.get(tally);
    }

    /** Of the timing on this clock; to read, not to change. */
    public QuantileSketch sketch(Timing timing, ClockKind clock) {
        QuantileSketch sketch = timings == null ? null : timings.get(timing, clock);
        return sketch == null ? new QuantileSketch() : sketch;
    }

    /** How many different customers wrote, or {@link #UNKNOWN}. */
    public long distinctCustomers() {
        if (hasNoCustomers()) {
            return customersElsewhere;
        }
        return customersElsewhere == 0 ? customers.distinct() : UNKNOWN;
    }

    /** Whether it says nothing at all, for instance because everything was taken out again. */
    public boolean isEmpty() {
        return counters.isEmpty()
                && hasNoCustomers()
                && customersElsewhere == 0
                && (timings == null || timings.isEmpty())
                && talliesOrNull() == null;
    }

    /** Hands over the customers counted so far (none: an empty counter) and forgets them. */
    public DistinctCounter takeCustomers() {
        DistinctCounter taken = customers();
        customers = null;
        return taken;
    }

    /** How many different customers there are, counted by whoever took them. */
    public void setDistinctCustomers(long distinct) {
        customersElsewhere = distinct;
    }

    public Summary copy() {
        Summary copy = new Summary(counters.copy());
        copy.timings = timings == null ? null : timings.copy();
        copy.customers = customers == null ? null : customers.copy();
        copy.tallies = tallies == null ? null : tallies.copy();
        copy.customersElsewhere = customersElsewhere;
        return copy;
    }

    /** The sketches, to be changed. */
    TimingSet timings() {
        if (timings == null) {
            timings = new TimingSet();
        }
        return timings;
    }

    private Tallies tallies() {
        if (tallies == null) {
            tallies = new Tallies();
        }
        return tallies;
    }

    private DistinctCounter customers() {
        if (customers == null) {
            customers = new DistinctCounter();
        }
        return customers;
    }

    private boolean hasNoCustomers() {
        return customers == null || customers.isEmpty();
    }

    private void write(DataOutput out) throws IOException {
        counters.write(out);
        TimingSet.write(timings, out);
        DistinctCounter.write(customers, out);
        Tallies.write(tallies, out);
        Wire.writeSigned(customersElsewhere, out);
    }

    private static Summary read(DataInput in) throws IOException {
        Summary read = new Summary(PackedCounts.read(in));
        read.timings = TimingSet.read(in);
        DistinctCounter customers = DistinctCounter.read(in);
        read.customers = customers.isEmpty() ? null : customers;
        read.tallies = Tallies.read(in);
        read.customersElsewhere = Wire.readSigned(in);
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Summary that
                && counters.equals(that.counters)
                && customersElsewhere == that.customersElsewhere
                && Objects.equals(hasNoCustomers() ? null : customers, that.hasNoCustomers() ? null : that.customers)
                && Objects.equals(timingsOrNull(), that.timingsOrNull())
                && Objects.equals(talliesOrNull(), that.talliesOrNull());
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                counters, customersElsewhere, hasNoCustomers() ? null : customers, timingsOrNull(), talliesOrNull());
    }

    private Tallies talliesOrNull() {
        return tallies == null || tallies.isEmpty() ? null : tallies;
    }

    private TimingSet timingsOrNull() {
        return timings == null || timings.isEmpty() ? null : timings;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Counter counter : Counter.values()) {
            if (get(counter) != 0) {
                text.append(counter.field()).append('=').append(get(counter)).append(", ");
            }
        }
        for (Timing timing : Timing.values()) {
            QuantileSketch sketch = sketch(timing, ClockKind.CALENDAR);
            if (!sketch.isEmpty()) {
                text.append(timing.field()).append("=[").append(sketch).append("], ");
            }
        }
        for (Tally tally : Tally.values()) {
            if (!tally(tally).isEmpty()) {
                text.append(tally.field()).append('=').append(tally(tally)).append(", ");
            }
        }
        return text.append("customers=").append(distinctCustomers()).append('}').toString();
    }
}
