package io.replybeat.sandbox.simulator;

import io.replybeat.sandbox.simulator.Incident.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Which incidents are there? The scripted ones come at known times, so that whoever watches or tests knows what should be
 * seen.
 */
public final class Incidents {

    private Incidents() {}

    /** The same three every week, in the zone of the brand they hit: Wednesday, Thursday, Friday. */
    public static List<Incident> everyWeek(Instant from, Instant to) {
        List<Incident> script = new ArrayList<>();
        addWeekly(script, Kind.BILLING_OUTAGE, "lumo", "Europe/London", DayOfWeek.WEDNESDAY, "10:30", 90, from, to);
        addWeekly(script, Kind.INFLUENCER_SURGE, "nordwind", "Europe/Berlin", DayOfWeek.THURSDAY, "15:10", 8, from, to);
        addWeekly(script, Kind.AGENTS_AWAY, "casaverde", "America/Sao_Paulo", DayOfWeek.FRIDAY, "14:00", 90, from, to);
        return List.copyOf(script);
    }

    /** For whoever has just opened the page: something to see within the first quarter of an hour. */
    public static List<Incident> soonAfter(Instant liveFrom) {
        return List.of(
                new Incident(
                        Kind.INFLUENCER_SURGE, "nordwind", liveFrom.plus(Duration.ofMinutes(3)), Duration.ofMinutes(8)),
                new Incident(Kind.BILLING_OUTAGE, "lumo", liveFrom.plus(Duration.ofMinutes(8)), Duration.ofMinutes(45)),
                new Incident(
                        Kind.AGENTS_AWAY, "flimmer", liveFrom.plus(Duration.ofMinutes(14)), Duration.ofMinutes(90)));
    }

    /** When somebody asks for it: an outage of 10 minutes, six voices within half a minute, half an hour without agents. */
    static Incident onDemand(Kind kind, Brand brand, Instant start) {
        Duration length =
                switch (kind) {
                    case BILLING_OUTAGE -> Duration.ofMinutes(10);
                    case INFLUENCER_SURGE -> Duration.ofSeconds(30);
                    case AGENTS_AWAY -> Duration.ofMinutes(30);
                };
        return new Incident(kind, brand.id(), start, length);
    }

    private static void addWeekly(
            List<Incident> script,
            Kind kind,
            String brand,
            String zone,
            DayOfWeek day,
            String time,
            int minutes,
            Instant from,
            Instant to) {
        ZonedDateTime next = from.atZone(ZoneId.of(zone))
                .with(TemporalAdjusters.nextOrSame(day))
                .with(LocalTime.parse(time));
        for (; next.toInstant().isBefore(to); next = next.plusWeeks(1)) {
            if (!next.toInstant().isBefore(from)) {
                script.add(new Incident(kind, brand, next.toInstant(), Duration.ofMinutes(minutes)));
            }
        }
    }
}
