package io.replybeat.care.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Event;
import io.replybeat.care.story.RandomTimeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The law of DEFINITIONS §2 on the bare timeline; the pipeline's own tests say it of the documents. */
class TimelineConvergesTest {

    private static final long START = Instant.parse("2026-03-20T07:00:00Z").toEpochMilli();
    private static final long LATER = START + 400 * Ledger.DAY;

    @Test
    void any_order_of_arrival_with_duplicates_and_crashes_ends_with_the_books_of_the_ordered_batch() {
        for (int seed = 0; seed < 600; seed++) {
            int size = 1 + new Random(seed).nextInt(seed % 20 == 0 ? 400 : 40);
            List<Event> events = RandomTimeline.of(seed, "acme", "c1", START, size);
            Brands brands = seed % 2 == 0 ? Brands.none() : BrandExamples.withHoursAndTargets();
            long now = START + new Random(seed).nextInt(100) * 3_600_000L;
            Ledger ordered = Ledger.of(brands, inOrder(events), now);

            Random random = new Random(-seed);
            Ledger shuffled = new Ledger(brands);
            long seen = Long.MIN_VALUE;
            for (Event arrival : RandomTimeline.delivered(events, seed)) {
                shuffled.accept(arrival, seen);
                if (random.nextInt(10) == 0) {
                    shuffled.writeAndReadBack();
                }
            }
            shuffled.advance(now);

            assertThat(shuffled.entries()).as("seed %d", seed).isEqualTo(ordered.entries());
            assertThat(shuffled.document()).as("seed %d", seed).isEqualTo(ordered.document());
        }
    }

    @Test
    void it_does_not_matter_how_often_and_when_the_clock_was_looked_at() {
        for (int seed = 0; seed < 200; seed++) {
            List<Event> events = inOrder(RandomTimeline.of(seed, "acme", "c1", START, 30));
            Brands brands = BrandExamples.withHoursAndTargets();
            Ledger once = Ledger.of(brands, events, LATER);

            Ledger often = new Ledger(brands);
            Random random = new Random(seed);
            for (Event event : events) {
                often.accept(event, event.occurredAt() - random.nextInt(3_600_000));
                if (random.nextBoolean()) {
                    often.advance(event.occurredAt());
                }
            }
            often.advance(LATER);
            assertThat(often.entries()).as("seed %d", seed).isEqualTo(once.entries());
        }
    }

    @Test
    void a_settled_conversation_goes_on_as_if_it_had_never_been_settled() {
        for (int seed = 0; seed < 200; seed++) {
            List<Event> events = RandomTimeline.of(seed, "acme", "c1", START, 200).stream()
                    .filter(event -> event.revision() == 0)
                    .sorted(Event.TIMELINE_ORDER)
                    .toList();
            Ledger whole = Ledger.of(Brands.none(), events, LATER);
            Ledger settled = new Ledger(Brands.none());
            for (Event event : events) {
                settled.accept(event, event.occurredAt());
                if (event.sequence() == 0) {
                    settled.settle(event.occurredAt() + 8 * Ledger.DAY);
                    assertThat(settled.stretches()).isZero();
                    assertThat(settled.places()).isZero();
                }
            }
            settled.advance(LATER);
            assertThat(settled.entries()).as("seed %d", seed).isEqualTo(whole.entries());
            assertThat(settled.document()).isEqualTo(whole.document());
        }
    }

    @Test
    void an_event_from_before_the_settled_part_is_late_and_changes_nothing() {
        List<Event> events = inOrder(RandomTimeline.of(7, "acme", "c1", START, 20));
        Ledger ledger = new Ledger(Brands.none());
        events.subList(1, events.size()).forEach(event -> ledger.accept(event, event.occurredAt()));
        ledger.settle(events.get(events.size() - 1).occurredAt() + 7 * Ledger.DAY);
        var before = new java.util.TreeMap<>(ledger.entries());

        assertThat(ledger.accept(events.get(0), LATER)).isEqualTo(Timeline.Verdict.LATE);
        assertThat(ledger.entries()).isEqualTo(before);
    }

    @Test
    void the_next_event_of_a_long_conversation_changes_as_little_as_that_of_a_short_one() {
        Ledger ledger = new Ledger(Brands.none());
        List<Event> events = RandomTimeline.of(3, "acme", "c1", START, 20_000).stream()
                .filter(event -> event.revision() == 0)
                .sorted(Event.TIMELINE_ORDER)
                .toList();
        long most = 0;
        for (Event event : events) {
            long before = ledger.steps;
            ledger.accept(event, Long.MIN_VALUE);
            most = Math.max(most, ledger.steps - before);
        }
        assertThat(most).isLessThan(12);
        assertThat(ledger.stretches()).isEqualTo(events.size() / Stretch.FULL);
    }

    /** Of each id only the winner, in timeline order: what one careful clerk would write down. */
    private static List<Event> inOrder(List<Event> events) {
        List<Event> winners = new ArrayList<>();
        for (Event event : events) {
            winners.removeIf(other -> other.eventId().equals(event.eventId()) && event.revision() > other.revision());
            winners.add(event);
        }
        winners.sort(Event.TIMELINE_ORDER);
        return winners;
    }
}
