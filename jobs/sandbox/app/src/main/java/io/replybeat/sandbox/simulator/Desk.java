package io.replybeat.sandbox.simulator;

import io.replybeat.care.calendar.BusinessCalendar;
import io.replybeat.sandbox.simulator.Incident.Kind;
import java.util.List;

/**
 * When does somebody at a brand get to it? After some working time, which passes only while the brand is open and its
 * people are there; under an outage everything takes twice as long.
 */
final class Desk {

    private static final double MINUTE = 60_000;

    /** Every twentieth is answered by somebody on call, open or not. */
    private static final double ON_CALL = 0.05;

    private final List<Incident> incidents;

    Desk(List<Incident> incidents) {
        this.incidents = List.copyOf(incidents);
    }

    /** Milliseconds since the epoch, or {@link BusinessCalendar#NEVER} where the brand does not open again. */
    long readyAfter(Brand brand, long from, double workMinutes, Dice dice) {
        double load = hit(Kind.BILLING_OUTAGE, brand, from) == null ? 1 : 2;
        long work = Math.max(1000, (long) (workMinutes * load * MINUTE));
        BusinessCalendar calendar = brand.calendar();
        long ready = dice.chance(ON_CALL)
                ? from + work
                : calendar.whenOpenMillisReach(calendar.openMillisUntil(from) + work);
        Incident away = hit(Kind.AGENTS_AWAY, brand, ready);
        return away == null ? ready : away.end().toEpochMilli() + (long) dice.exponential(10 * MINUTE);
    }

    private Incident hit(Kind kind, Brand brand, long instant) {
        for (Incident incident : incidents) {
            if (incident.kind() == kind
                    && incident.covers(instant)
                    && incident.brand().equals(brand.id())) {
                return incident;
            }
        }
        return null;
    }
}
