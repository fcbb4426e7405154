package io.replybeat.sandbox.simulator;

import java.util.function.Function;

/**
 * When do people begin to write to a brand? A Poisson process whose rate follows the brand's rhythm, drawn by thinning:
 * candidates come at the rate of the busiest moment and are kept in proportion to how busy their own moment is.
 */
final class Crowd implements Actor {

    private final long number;
    private final Brand brand;
    private final double perMillisAtPeak;
    private final long until;
    private final Function<Dice, Opening> opening;
    private final Dice dice;

    private long candidate;

    /** @param perMinute the mean over a whole week */
    Crowd(
            long number,
            Brand brand,
            double perMinute,
            long from,
            long until,
            Function<Dice, Opening> opening,
            Dice dice) {
        this.number = number;
        this.brand = brand;
        this.perMillisAtPeak = perMinute * brand.rhythm().peak() / 60_000;
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

    private void moveOn() {
        Rhythm rhythm = brand.rhythm();
        do {
            candidate += 1 + (long) dice.exponential(1 / perMillisAtPeak);
        } while (candidate < until && !dice.chance(rhythm.at(candidate, brand.zone()) / rhythm.peak()));
    }
}
