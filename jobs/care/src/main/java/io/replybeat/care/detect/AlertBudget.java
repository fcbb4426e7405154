package io.replybeat.care.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare must a deviation be for an alert, so that a key keeps to its budget of alerts?
 *
 * <p>In decades, as {@link Tail} tells them. The budget alone says "as rare as the budget is"; two surcharges correct this by
 * what really happens. Every alert adds its price, every bucket takes away the part of a price that the budget grants it, so
 * that in the long run there are as many alerts as granted, whatever the data are like. The quick surcharge spreads the alerts of a bad
 * week, and has a limit so that an obvious incident is told even then. The slow one learns over months that the tail
 * of this key is lighter or heavier than it seems; it may be a discount.
 *
 * <p>An excursion that was told is told again only where it goes beyond what was told.
 */
final class AlertBudget {

    /** The next alert after an alert must be 25 times as rare; it wears off within the time the budget grants one for. */
    private static final double QUICK_PRICE = 1.4;

    private static final double MOST_QUICK = 1.2;

    private static final double SLOW_PRICE = 0.1;
    private static final double MOST_SLOW = 0.2;
    private static final double LEAST_SLOW = -1;

    /** What was told is told again only where it has so many times as many decades. */
    private static final double TELL_AGAIN = 1.5;

    /** What was told is half forgotten after a twentieth or so of the time that the budget grants one alert for. */
    private static final double TOLD_FADES = 20;

    private double quick;
    private double slow;
    private double told;

    /**
     * The rarity that is worth an alert now.
     *
     * @param budgetDecades how rare the budget is, for each of the tails that are looked at: they share it
     */
    double threshold(double budgetDecades) {
        return budgetDecades + quick + slow;
    }

    /**
     * Whether this is an alert; keeps the book on it.
     *
     * @param perBucket the budget, alerts a bucket
     */
    boolean spend(double rarity, double threshold, double perBucket) {
        boolean exceeds = rarity >= threshold;
        boolean alert = exceeds && rarity > TELL_AGAIN * told;
        told = alert ? rarity : exceeds ? told : told * Math.max(0, 1 - TOLD_FADES * perBucket);
        double overspent = (alert ? 1 : 0) - perBucket;
        quick = Math.max(0, Math.min(MOST_QUICK, quick + QUICK_PRICE * overspent));
        slow = Math.max(LEAST_SLOW, Math.min(MOST_SLOW, slow + SLOW_PRICE * overspent));
        return alert;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(quick);
        out.writeDouble(slow);
        out.writeDouble(told);
    }

    static AlertBudget read(DataInput in) throws IOException {
        AlertBudget read = new AlertBudget();
        read.quick = in.readDouble();
        read.slow = in.readDouble();
        read.told = in.readDouble();
        return read;
    }
}
