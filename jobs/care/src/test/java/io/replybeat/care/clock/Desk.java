package io.replybeat.care.clock;

import io.replybeat.care.event.Event;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.WaitReceived;
import io.replybeat.care.fact.Fact.Sla;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.story.Story;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Puts a story on the books of a brand: the few words that the tests of the clock share. */
final class Desk {

    static final String DEFAULTS = "time_zone: UTC";

    /** Berlin, Monday to Friday, nine to six. */
    static final String BERLIN_OFFICE =
            """
            time_zone: Europe/Berlin
            business_hours:
              - weekly: {mon: ["09:00-18:00"], tue: ["09:00-18:00"], wed: ["09:00-18:00"],
                         thu: ["09:00-18:00"], fri: ["09:00-18:00"]}
            """;

    static final long MINUTE = 60;
    static final long HOUR = 3600;
    static final long DAY = 24 * HOUR;

    private Desk() {}

    /** By the defaults, seen at the last event. */
    static Ledger books(Story story) {
        return books(DEFAULTS, story);
    }

    static Ledger books(String acme, Story story) {
        List<Event> events = story.events();
        return books(acme, story, events.get(events.size() - 1).occurredAt());
    }

    static Ledger books(String acme, Story story, String asOf) {
        return books(acme, story, at(asOf));
    }

    private static Ledger books(String acme, Story story, long asOf) {
        return Ledger.of(BrandExamples.brands(acme), story.events(), asOf);
    }

    static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    /** The same on all three clocks, inside the calendar: how it is for a brand that never closes, without pauses. */
    static Durations took(long seconds) {
        return new Durations(seconds, seconds, seconds, true);
    }

    static List<WaitReceived> waits(Ledger books) {
        return books.entries().values().stream()
                .filter(WaitReceived.class::isInstance)
                .map(WaitReceived.class::cast)
                .sorted(Comparator.comparingLong(WaitReceived::since))
                .toList();
    }

    /** The service levels of one target, by their start. */
    static List<Sla> targets(Ledger books, Target target) {
        return books.facts(Sla.class).stream()
                .filter(sla -> sla.target() == target)
                .toList();
    }

    static List<Entry.MessageCounted> messages(Ledger books) {
        return books.entries().values().stream()
                .filter(Entry.MessageCounted.class::isInstance)
                .map(Entry.MessageCounted.class::cast)
                .sorted(Comparator.comparingLong(Entry.MessageCounted::at))
                .toList();
    }
}
