package io.replybeat.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import io.replybeat.schema.Status;
import io.replybeat.schema.StatusChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Played A_WEEK = Played.of(Played.quiet(7, 12), WEEK);

    @Test
    void the_same_seed_and_start_give_the_same_events_byte_for_byte() {
        Settings settings = Settings.demo(11, 60, Played.MONDAY, Incidents.everyWeek(Played.MONDAY, at("2026-03-30")));
        byte[] once = bytes(Played.of(settings, Duration.ofDays(4)).deliveries());
        byte[] again = bytes(Played.of(settings, Duration.ofDays(4)).deliveries());
        assertThat(once).hasSizeGreaterThan(1_000_000).isEqualTo(again);
    }

    @Test
    void another_seed_gives_other_events() {
        byte[] seven = bytes(Played.of(Played.quiet(7, 30), Duration.ofDays(1)).deliveries());
        byte[] eight = bytes(Played.of(Played.quiet(8, 30), Duration.ofDays(1)).deliveries());
        assertThat(seven).isNotEqualTo(eight);
    }

    @Test
    void two_runs_with_different_starts_share_no_event_id() {
        Set<String> first = ids(Played.of(Played.quiet(7, 30), Duration.ofHours(6)));
        Settings later = Settings.demo(7, 30, Played.MONDAY.plusSeconds(60), List.of());
        assertThat(ids(Played.of(later, Duration.ofHours(6)))).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    @Test
    void history_and_what_follows_are_one_stream() {
        Settings settings = Played.quiet(5, 60);
        Instant noon = Played.MONDAY.plus(Duration.ofHours(12));
        Instant evening = Played.MONDAY.plus(Duration.ofHours(18));
        List<Delivery> inTwoParts = new ArrayList<>();
        Traffic traffic = new Traffic(settings);
        traffic.until(noon, inTwoParts::add);
        assertThat(traffic.nextArrival()).isGreaterThanOrEqualTo(noon.toEpochMilli());
        traffic.until(evening, inTwoParts::add);
        assertThat(inTwoParts)
                .isEqualTo(Played.of(settings, Duration.ofHours(18)).deliveries());
    }

    @Test
    void events_come_in_the_order_of_arrival_and_never_before_they_happened() {
        long last = 0;
        for (Delivery delivery : A_WEEK.deliveries()) {
            assertThat(delivery.arrivesAt()).isGreaterThanOrEqualTo(last);
            assertThat(delivery.event().getOccurredAt().toEpochMilli())
                    .isGreaterThanOrEqualTo(Played.MONDAY.toEpochMilli())
                    .isLessThanOrEqualTo(delivery.event().getIngestedAt().toEpochMilli());
            assertThat(delivery.event().getIngestedAt().toEpochMilli()).isLessThanOrEqualTo(delivery.arrivesAt());
            last = delivery.arrivesAt();
        }
    }

    @Test
    void the_rate_is_the_one_asked_for() {
        double perMinute = A_WEEK.events().count() / (double) WEEK.toMinutes();
        assertThat(perMinute).isCloseTo(12, within(1.2));
    }

    @Test
    void three_in_a_hundred_are_late_one_arrives_twice_and_a_few_messages_are_corrected() {
        double all = A_WEEK.events().count();
        long late = A_WEEK.events()
                .filter(event -> Duration.between(event.getOccurredAt(), event.getIngestedAt())
                                .toMillis()
                        >= 5000)
                .count();
        Set<CareEvent> seen = new HashSet<>();
        long twice = A_WEEK.deliveries().stream()
                .filter(delivery -> !seen.add(delivery.event()))
                .count();
        long corrected =
                A_WEEK.events().filter(event -> event.getRevision() == 1).count();
        assertThat(late / all).isBetween(0.02, 0.04);
        assertThat(twice / all).isBetween(0.007, 0.013);
        assertThat(corrected / all).isBetween(0.001, 0.005);
    }

    @Test
    void the_same_id_and_revision_is_always_the_same_event() {
        Map<String, CareEvent> known = new HashMap<>();
        A_WEEK.deliveries().stream().map(Delivery::event).forEach(event -> {
            CareEvent before = known.putIfAbsent(event.getEventId() + "/" + event.getRevision(), event);
            assertThat(before == null || before.equals(event)).isTrue();
        });
    }

    @Test
    void nights_are_quiet_in_the_zone_of_the_brand() {
        Instant threeInTheNight = at("2026-03-03T18:00:00Z"); // in Tokyo
        Instant nineInTheEvening = at("2026-03-04T12:00:00Z");
        Played busy = Played.of(Played.quiet(3, 600), Duration.ofDays(3), delivery -> isOpening(delivery.event()));
        assertThat(openedIn(busy, "hoshimaru", threeInTheNight) * 5)
                .isLessThan(openedIn(busy, "hoshimaru", nineInTheEvening));
    }

    @Test
    void every_kind_of_story_is_told() {
        Set<Object> seen = new HashSet<>();
        A_WEEK.events().forEach(event -> {
            seen.add(event.getPayload().getClass().getSimpleName());
            if (event.getPayload() instanceof Message message) {
                seen.add(message.getAuthor().getKind());
                seen.add(message.getVisibility());
                seen.add(message.getIsRepost() ? "repost" : "original");
                seen.add(Objects.requireNonNullElse(message.getLanguage(), "unknown language"));
                seen.add(message.getSavedReplyId() == null ? "free reply" : "saved reply");
                seen.add(message.getQuickReplyId() == null ? "typed" : "quick reply");
            } else if (event.getPayload() instanceof StatusChange change) {
                seen.add(change.getStatus());
            }
            seen.add(event.getNetwork());
        });
        assertThat(seen.stream().map(Object::toString))
                .contains("Message", "StatusChange", "Assignment", "Tagging", "BotHandoff")
                .contains("CUSTOMER", "AGENT", "BOT", "AUTOMATION", "PUBLIC", "DIRECT", "INTERNAL")
                .contains("PENDING", "SNOOZED", "RESOLVED", "NO_REPLY_NEEDED", "repost", "saved reply", "quick reply")
                .contains("de", "en", "pt", "ja", "zh", "unknown language")
                .contains("x", "instagram", "facebook", "whatsapp", "line");
    }

    @Test
    void some_conversations_reopen_and_some_customers_still_wait() {
        Map<String, List<CareEvent>> conversations = new HashMap<>();
        A_WEEK.events()
                .sorted((one, other) -> one.getOccurredAt().compareTo(other.getOccurredAt()))
                .forEach(event -> conversations
                        .computeIfAbsent(event.getConversationId(), id -> new ArrayList<>())
                        .add(event));
        double all = conversations.size();
        long reopened = conversations.values().stream()
                .filter(TrafficTest::writesAfterResolution)
                .count();
        Instant longAgo = Played.MONDAY.plus(Duration.ofDays(4));
        long waiting = conversations.values().stream()
                .filter(events -> events.get(events.size() - 1).getOccurredAt().isBefore(longAgo))
                .filter(events -> events.stream().noneMatch(Played::isReplyOfAgent))
                .filter(events -> events.stream().noneMatch(event -> event.getPayload() instanceof StatusChange))
                .count();
        assertThat(reopened / all).isBetween(0.05, 0.2);
        assertThat(waiting / all).isBetween(0.005, 0.05);
    }

    @Test
    void memory_does_not_grow_with_the_length_of_the_play() {
        Traffic traffic = new Traffic(Played.quiet(9, 60));
        traffic.until(Played.MONDAY.plus(WEEK), delivery -> {});
        int afterOneWeek = traffic.underway();
        traffic.until(Played.MONDAY.plus(WEEK.multipliedBy(4)), delivery -> {});
        assertThat(traffic.underway()).isLessThan(afterOneWeek * 3 / 2 + 100);
    }

    private static boolean writesAfterResolution(List<CareEvent> events) {
        boolean resolved = false;
        for (CareEvent event : events) {
            if (resolved && Played.isFromCustomer(event)) {
                return true;
            }
            resolved |= event.getPayload() instanceof StatusChange change && change.getStatus() == Status.RESOLVED;
        }
        return false;
    }

    private static long openedIn(Played played, String brand, Instant hour) {
        return played.events(brand, hour, hour.plus(Duration.ofHours(1)))
                .filter(TrafficTest::isOpening)
                .count();
    }

    private static boolean isOpening(CareEvent event) {
        return event.getSequence() == 0;
    }

    private static Set<String> ids(Played played) {
        Set<String> ids = new HashSet<>();
        played.events().forEach(event -> ids.add(event.getEventId()));
        return ids;
    }

    private static Instant at(String text) {
        return Instant.parse(text.contains("T") ? text : text + "T00:00:00Z");
    }

    static byte[] bytes(List<Delivery> deliveries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        var writer = new SpecificDatumWriter<>(CareEvent.class);
        try {
            for (Delivery delivery : deliveries) {
                encoder.writeLong(delivery.arrivesAt());
                writer.write(delivery.event(), encoder);
            }
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
