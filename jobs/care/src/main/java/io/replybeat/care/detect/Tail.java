package io.replybeat.care.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare is a deviation of this size for this key? In decades: 3 is once in a thousand buckets.
 *
 * <p>Learnt from the key's own history, because social traffic has no textbook tail: a bound that a {@link #SHARE} of the
 * buckets begins to exceed, and how far excursions go beyond it on average. Beyond the bound the tail is taken as exponential
 * (peaks over threshold). An excursion counts once, by its peak, however long it lasts, because an alert does too; and a
 * peak far out counts as no more than {@link #FARTHEST} times the average one, so that a crisis is not learnt as usual.
 */
final class Tail {

    static final double SHARE = 0.005;

    private static final double DECADES_AT_BOUND = -Math.log10(SHARE);
    private static final double DECADES_PER_MEAN = Math.log10(Math.E);

    private static final double FARTHEST = 6;

    /** Cutting off the farthest makes the mean smaller than it is; this makes up for it. */
    private static final double CUT_OFF = 1.05;

    /** So many buckets below the bound end an excursion. */
    private static final int QUIET = 6;

    /** Steps are large at first and become no smaller than these, so that old times are forgotten. */
    private static final double BOUND_STEP = 0.03;

    private static final double MEAN_STEP = 0.02;
    private static final double FIRST_EXCURSIONS = 5;

    private static final double LEAST_BOUND = 0.5;
    private static final double LEAST_MEAN = 0.15;

    private double bound = 2;
    private double meanBeyond = 1.5;
    private double excursions;
    private double peak;
    private long quiet = QUIET;

    /** Deviations up to this one are usual. */
    double bound() {
        return bound;
    }

    /** How rare, in decades; below the bound not calibrated. */
    double rarity(double deviation) {
        return DECADES_AT_BOUND + (deviation - bound) / meanBeyond * DECADES_PER_MEAN;
    }

    /** The deviation that is as rare as this. */
    double deviation(double rarity) {
        return bound + (rarity - DECADES_AT_BOUND) / DECADES_PER_MEAN * meanBeyond;
    }

    void skip(long buckets) {
        quiet += buckets;
    }

    void learn(double deviation) {
        double boundStep = meanBeyond * Math.max(BOUND_STEP, 2 / (excursions + FIRST_EXCURSIONS));
        double meanStep = Math.max(MEAN_STEP, 1 / (excursions + FIRST_EXCURSIONS));
        double beyond = Math.min(deviation - bound, FARTHEST * meanBeyond);
        bound -= boundStep * SHARE;
        if (beyond <= 0) {
            quiet++;
        } else if (quiet >= QUIET) {
            excursions++;
            bound += boundStep;
            meanBeyond += meanStep * (CUT_OFF * beyond - meanBeyond);
            peak = beyond;
            quiet = 0;
        } else {
            if (beyond > peak) {
                meanBeyond += meanStep * CUT_OFF * (beyond - peak);
                peak = beyond;
            }
            quiet = 0;
        }
        bound = Math.max(bound, LEAST_BOUND);
        meanBeyond = Math.max(meanBeyond, LEAST_MEAN);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(bound);
        out.writeDouble(meanBeyond);
        out.writeDouble(excursions);
        out.writeDouble(peak);
        out.writeLong(quiet);
    }

    static Tail read(DataInput in) throws IOException {
        Tail read = new Tail();
        read.bound = in.readDouble();
        read.meanBeyond = in.readDouble();
        read.excursions = in.readDouble();
        read.peak = in.readDouble();
        read.quiet = in.readLong();
        return read;
    }
}
