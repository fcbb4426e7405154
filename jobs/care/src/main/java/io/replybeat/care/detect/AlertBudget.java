package io.replybeat.care.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare must a deviation be for an alert, so that a key keeps to its budget of alerts?
 *
 * <p>In decades, as {@link Tail} tells them. The budget alone says "as rare as the budget is"; the surcharge corrects this by
 * what really happens: every alert adds {@link #PRICE}, every bucket takes away what the budget grants, so that in the long run
 * there are as many alerts as granted, whatever the data are like. Within limits: above, so that an obvious incident is
 * told even in a bad week; below, so that a calm key does not begin to tell trifles.
 *
 * <p>An excursion that was told is told again only where it goes beyond what was told.
 */
final class AlertBudget {

    /** The next alert after an alert must be 25 times as rare; it wears off within the time the budget grants one for. */
    private static final double PRICE = 1.4;

    private static final double MOST = 1.2;
    private static final double LEAST = -0.3;
    private static final double AT_FIRST = 0.1;

    /** Each bucket below the threshold takes away so much of what was told. */
    private static final double TOLD_FADE = 0.89;

    private double surcharge = AT_FIRST;
    private double told;

    /**
     * The rarity that is worth an alert now.
     *
     * @param perBucket the budget, alerts a bucket
     * @param looks how many tails are looked at in each bucket: each has its part of the budget
     */
    double threshold(double perBucket, int looks) {
        return Math.log10(looks / perBucket) + surcharge;
    }

    /** Whether this is an alert; keeps the book on it. */
    boolean spend(double rarity, double threshold, double perBucket) {
        boolean exceeds = rarity >= threshold;
        boolean alert = exceeds && rarity > told;
        told = exceeds ? Math.max(told, rarity) : told * TOLD_FADE;
        surcharge = Math.max(LEAST, Math.min(MOST, surcharge + PRICE * ((alert ? 1 : 0) - perBucket)));
        return alert;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(surcharge);
        out.writeDouble(told);
    }

    static AlertBudget read(DataInput in) throws IOException {
        AlertBudget read = new AlertBudget();
        read.surcharge = in.readDouble();
        read.told = in.readDouble();
        return read;
    }
}
