package io.replybeat.sandbox.simulator;

import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.sandbox.simulator.Incident.Kind;

/**
 * When does somebody at a brand get to it? After some working time, which passes only while the brand is open and its
 * people are there; under an outage everything takes twice as long.
 */
final class Desk {

    private static final double MINUTE = 60_000;

    /** Every twentieth is answered by somebody on call, open or not. */
    private static final double ON_CALL = 0.05;

    private final Troubles troubles;

    Desk(Troubles troubles) {
        this.troubles = troubles;
    }

    /** Milliseconds since the epoch, or {@link BusinessCalendar#NEVER} where the brand does not open again. */
    long readyAfter(Brand brand, long from, double workMinutes, Dice dice) {
        double load = troubles.of(Kind.BILLING_OUTAGE, brand, from) == null ? 1 : 2;
        long work = Math.max(1000, (long) (workMinutes * load * MINUTE));
        BusinessCalendar calendar = brand.calendar();
        long ready = dice.chance(ON_CALL)
                ? from + work
                : calendar.whenOpenMillisReach(calendar.openMillisUntil(from) + work);
        return onceBack(brand, ready, dice);
    }

    /** The same moment, unless the agents are away then: they get to it some time after they are back. */
    long onceBack(Brand brand, long ready, Dice dice) {
        Incident away = troubles.of(Kind.AGENTS_AWAY, brand, ready);
        return away == null ? ready : away.end().toEpochMilli() + (long) dice.exponential(10 * MINUTE);
    }
}
