package io.replybeat.sandbox.simulator;

import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A stretch of simulated traffic, and what tests ask about it. */
record Played(List<Delivery> deliveries) {

    /** A Monday, so that a week of play is a week of the calendar. */
    static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    static Played of(Settings settings, Duration length) {
        return of(settings, length, delivery -> true);
    }

    /** Keeps what passes the filter alone: a week of busy traffic is more than a test's memory holds. */
    static Played of(Settings settings, Duration length, Predicate<Delivery> filter) {
        List<Delivery> deliveries = new ArrayList<>();
        new Traffic(settings).until(settings.start().plus(length), delivery -> {
            if (filter.test(delivery)) {
                deliveries.add(delivery);
            }
        });
        return new Played(deliveries);
    }

    static Settings quiet(long seed, double perMinute) {
        return Settings.demo(seed, perMinute, MONDAY, List.of());
    }

    /** Every event once, in its last revision. */
    Stream<CareEvent> events() {
        Map<String, CareEvent> last = new LinkedHashMap<>();
        deliveries.forEach(delivery -> last.merge(
                delivery.event().getEventId(),
                delivery.event(),
                (one, other) -> one.getRevision() >= other.getRevision() ? one : other));
        return last.values().stream();
    }

    Stream<CareEvent> events(String brand, Instant from, Instant to) {
        return events(from, to).filter(event -> event.getBrand().equals(brand));
    }

    Stream<CareEvent> events(Instant from, Instant to) {
        return events().filter(event ->
                !event.getOccurredAt().isBefore(from) && event.getOccurredAt().isBefore(to));
    }

    static boolean isFromCustomer(CareEvent event) {
        return event.getPayload() instanceof Message message && message.getDirection() == Direction.INBOUND;
    }

    static boolean isReplyOfAgent(CareEvent event) {
        return event.getPayload() instanceof Message message
                && message.getAuthor().getKind() == AuthorKind.AGENT
                && message.getVisibility() != Visibility.INTERNAL;
    }
}
