package io.replybeat.sandbox.simulator;

import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * When do people begin to write to a brand? A Poisson process whose rate follows the brand's rhythm, drawn by thinning:
 * candidates come at the rate of the busiest moment and are kept in proportion to how busy their own moment is.
 */
final class Crowd implements Actor {

    private final long number;
    private final Brand brand;
    private final double perMillisAtPeak;
    private final DoubleSupplier pace;
    private final long from;
    private final long until;
    private final Function<Dice, Opening> opening;
    private final Dice dice;

    private long candidate;

    /**
     * @param perMinute the mean over a whole week
     * @param pace a factor on it, which may change
     */
    Crowd(
            long number,
            Brand brand,
            double perMinute,
            DoubleSupplier pace,
            long from,
            long until,
            Function<Dice, Opening> opening,
            Dice dice) {
        this.number = number;
        this.brand = brand;
        this.perMillisAtPeak = perMinute * brand.rhythm().peak() / 60_000;
        this.pace = pace;
        this.from = from;
        this.until = until;
        this.opening = opening;
        this.dice = dice;
        this.candidate = from;
        moveOn();
    }

    @Override
    public long actsAt() {
        return candidate < until ? candidate : DONE;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void act(Stage stage) {
        stage.open(candidate, opening.apply(dice), Customer.anyone(dice));
        moveOn();
    }

    /** Who comes next is drawn again: at a slow pace that may be an hour ahead. */
    @Override
    public void paceChanged(long now) {
        if (candidate > now) {
            candidate = Math.max(from, now);
            moveOn();
        }
    }

    private void moveOn() {
        Rhythm rhythm = brand.rhythm();
        do {
            candidate += 1 + (long) dice.exponential(1 / (perMillisAtPeak * pace.getAsDouble()));
        } while (candidate < until && !dice.chance(rhythm.at(candidate, brand.zone()) / rhythm.peak()));
    }
}
