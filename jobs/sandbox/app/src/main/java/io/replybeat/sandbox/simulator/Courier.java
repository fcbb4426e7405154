package io.replybeat.sandbox.simulator;

import io.replybeat.schema.CareEvent;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * When does an event arrive, and how often? Mostly within a second, three in a hundred late (up to an hour), one in a
 * hundred twice, one in two hundred messages again in a corrected revision.
 */
final class Courier {

    private static final double LATE = 0.03;
    private static final double TWICE = 0.01;
    private static final double CORRECTED = 0.005;

    private static final long HOUR = 3_600_000;
    private static final long TEN_MINUTES = 600_000;

    private record Parcel(long arrivesAt, long number, CareEvent event) {}

    private final PriorityQueue<Parcel> underway =
            new PriorityQueue<>(Comparator.comparingLong(Parcel::arrivesAt).thenComparingLong(Parcel::number));
    private long parcels;

    void carry(Conversation conversation, long occurredAt) {
        Dice dice = conversation.dice;
        long arrivesAt = occurredAt + delay(dice);
        CareEvent event = Scribe.write(conversation, occurredAt, arrivesAt);
        post(arrivesAt, event);
        if (dice.chance(TWICE)) {
            post(arrivesAt + (long) (dice.even() * TEN_MINUTES), event);
        }
        if (dice.chance(CORRECTED)) {
            long correctedAt = arrivesAt + 1 + (long) (dice.even() * HOUR);
            Scribe.correct(event, correctedAt).ifPresent(corrected -> post(correctedAt, corrected));
        }
    }

    /** {@link Actor#DONE} when nothing is under way. */
    long nextArrival() {
        return underway.isEmpty() ? Actor.DONE : underway.peek().arrivesAt;
    }

    int size() {
        return underway.size();
    }

    Delivery deliver() {
        Parcel parcel = underway.remove();
        return new Delivery(parcel.arrivesAt, parcel.event);
    }

    private void post(long arrivesAt, CareEvent event) {
        underway.add(new Parcel(arrivesAt, parcels++, event));
    }

    private static long delay(Dice dice) {
        if (!dice.chance(LATE)) {
            return (long) Math.min(30_000, dice.logNormal(350, 0.7));
        }
        // Pareto with exponent 0.8 from 5 s on: half of the late ones within 12 s, one in 190 reaches the full hour.
        return (long) Math.min(HOUR, 5000 * StrictMath.pow(1 - dice.even(), -1 / 0.8));
    }
}
