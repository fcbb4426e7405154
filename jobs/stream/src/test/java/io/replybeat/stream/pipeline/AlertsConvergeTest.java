package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Alerts are judgements of their moment (DEFINITIONS §2): whatever the order within the watermark's bound, the copies, the
 * parallelism, the state backend and a crash, the alert documents are the same.
 */
class AlertsConvergeTest {

    private static final long START = Instant.parse("2026-03-20T07:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(7);
    private static final int HOURS = 30;

    private static final Brands BRANDS = Brands.parse(
            """
            brands:
              acme:
                time_zone: Europe/Berlin
                sla:
                  - {tier: 3, first_response: 20m, next_reply: 30m}
                  - {first_response: 1h, resolution: 3h}
                alerts: {all_clear: 10m, minimum_messages: 5}
              zeta:
                time_zone: Asia/Kolkata
                sla: [{clock: active_business, next_reply: 15m}]
            """);

    @ParameterizedTest
    @CsvSource({"1, 1, HASHMAP", "2, 2, HASHMAP", "3, 2, ROCKSDB"})
    void any_order_within_the_bound_and_a_crash_end_with_the_same_alerts(
            long seed, int parallelism, StateBackend backend) {
        List<Event> ordered = new TwoBrands(new Random(seed)).write();
        List<Event> shuffled = delivered(ordered, new Random(seed));

        Map<String, String> expected = alerts(new PipelineRun("in-order-" + seed)
                .with(options -> options.with(BRANDS))
                .patience(PATIENCE)
                .over(ordered));
        PipelineRun run = new PipelineRun("out-of-order-" + seed)
                .with(options -> options.with(BRANDS).with(Options.STATE_BACKEND, backend))
                .patience(PATIENCE)
                .parallelism(parallelism)
                .crashAfter(shuffled.size() / 2);
        Map<String, String> actual = alerts(run.over(shuffled));

        assertThat(run.hasCrashed()).isTrue();
        assertThat(expected.keySet()).anyMatch(id -> id.contains("volume_spike|acme"));
        assertThat(expected.keySet()).anyMatch(id -> id.contains("sentiment_drop"));
        assertThat(expected.keySet()).anyMatch(id -> id.contains("sla_at_risk|acme|tier|3"));
        assertThat(expected.keySet()).anyMatch(id -> id.contains("sla_breached|acme|tier|none"));
        assertThat(expected.keySet()).anyMatch(id -> id.contains("sla_breached|zeta"));
        assertThat(actual).isEqualTo(expected);
    }

    private static Map<String, String> alerts(Map<String, String> documents) {
        Map<String, String> alerts = new TreeMap<>(documents);
        alerts.keySet().removeIf(id -> !id.startsWith("alerts"));
        return alerts;
    }

    /** As a bad network delivers them: each late by less than the bound, some twice, the copy at any time. */
    private static List<Event> delivered(List<Event> events, Random random) {
        record Delivery(long at, Event event) {}
        List<Delivery> deliveries = new ArrayList<>();
        for (Event event : events) {
            deliveries.add(new Delivery(event.occurredAt() + random.nextLong(PATIENCE.toMillis()), event));
            if (random.nextInt(5) == 0) {
                deliveries.add(new Delivery(event.occurredAt() + random.nextLong(60 * MINUTE), event));
            }
        }
        deliveries.sort(Comparator.comparingLong(Delivery::at));
        return deliveries.stream().map(Delivery::event).toList();
    }

    /** Customers of two brands write for more than a day, agents answer most of them; then a flood, then a bad mood. */
    private static final class TwoBrands {

        private final Random random;
        private final List<Event> events = new ArrayList<>();
        private int written;

        TwoBrands(Random random) {
            this.random = random;
        }

        List<Event> write() {
            for (int minute = 0; minute < HOURS * 60; minute++) {
                int flood = minute >= 1500 && minute < 1520 ? 15 : 0;
                double mood = minute >= 1650 && minute < 1700 ? 0.95 : 0.1;
                for (int left = random.nextInt(6) + flood; left > 0; left--) {
                    conversation("acme", minute, mood);
                }
                if (minute % 7 == 0) {
                    conversation("zeta", minute, 0.2);
                }
            }
            events.sort(Event.TIMELINE_ORDER);
            return events;
        }

        private void conversation(String brand, int minute, double mood) {
            String id = "c" + ++written;
            long at = START + minute * MINUTE + random.nextLong(MINUTE);
            Event asked = message(brand, id, at, Direction.INBOUND, random.nextDouble() < mood);
            events.add(asked);
            if (random.nextInt(9) == 0) {
                events.add(new Event(
                        asked.eventId(),
                        1,
                        brand,
                        id,
                        asked.network(),
                        at,
                        Event.UNKNOWN,
                        0,
                        message(brand, id, at, Direction.INBOUND, true).payload()));
            }
            if (random.nextInt(20) > 0) {
                long answered = at + random.nextLong(25 * MINUTE);
                events.add(message(brand, id, answered, Direction.OUTBOUND, false));
                if (random.nextInt(3) == 0) {
                    events.add(message(brand, id, answered + random.nextLong(20 * MINUTE), Direction.INBOUND, false));
                }
                if (random.nextInt(3) > 0) {
                    events.add(event(
                            brand,
                            id,
                            answered + random.nextLong(200 * MINUTE),
                            new Payload.StatusChange(Payload.Status.RESOLVED, null, null)));
                }
            }
            if (random.nextInt(6) == 0) {
                events.add(event(
                        brand,
                        id,
                        at + random.nextLong(30 * MINUTE),
                        new Payload.Tagging(List.of(), List.of(), 1 + random.nextInt(3), null)));
            }
        }

        private Event message(String brand, String conversation, long at, Direction direction, boolean negative) {
            boolean inbound = direction == Direction.INBOUND;
            return event(
                    brand,
                    conversation,
                    at,
                    new Message(
                            direction,
                            Visibility.PUBLIC,
                            new Author(
                                    inbound ? "u" + written : "ana",
                                    inbound ? Author.Kind.CUSTOMER : Author.Kind.AGENT),
                            "en",
                            false,
                            null,
                            null,
                            null,
                            List.of(),
                            inbound
                                    ? new Sentiment(
                                            negative ? Sentiment.Label.NEGATIVE : Sentiment.Label.NEUTRAL,
                                            negative ? -0.7 : 0.1)
                                    : null));
        }

        private Event event(String brand, String conversation, long at, Payload payload) {
            return new Event(
                    "e" + events.size() + "-" + random.nextInt(1000),
                    0,
                    brand,
                    conversation,
                    random.nextBoolean() ? "x" : "facebook",
                    at,
                    Event.UNKNOWN,
                    random.nextInt(2),
                    payload);
        }
    }
}
