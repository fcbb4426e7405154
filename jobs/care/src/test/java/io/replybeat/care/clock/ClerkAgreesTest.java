package io.replybeat.care.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.story.RandomTimeline;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The fold says of random conversations what a clerk says who looks each of them through from end to end. */
class ClerkAgreesTest {

    private static final long START = Instant.parse("2026-03-20T07:00:00Z").toEpochMilli();
    private static final Brands SWITCHED = BrandExamples.withHoursAndTargets();

    @Test
    void with_the_default_readings_around_the_clock() {
        agree(Brands.none());
    }

    @Test
    void with_every_switch_turned_and_business_hours() {
        agree(SWITCHED);
    }

    private static void agree(Brands brands) {
        for (int seed = 0; seed < 400; seed++) {
            List<Event> events = RandomTimeline.of(seed, "acme", "c1", START, 60).stream()
                    .filter(event -> event.revision() == 0)
                    .sorted(Event.TIMELINE_ORDER)
                    .toList();
            if (hasLongSilence(events)) {
                continue;
            }
            Ledger books = Ledger.of(brands, events, START);
            Set<String> clerk = new Clerk(events.toArray(Event[]::new), brands.of("acme")).lines();

            assertThat(lines(books.facts(Fact.class))).as("seed %d", seed).isEqualTo(clerk);
        }
    }

    private static boolean hasLongSilence(List<Event> events) {
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).occurredAt() - events.get(i - 1).occurredAt() > Ledger.REMEMBRANCE.memory()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> lines(Collection<Fact> facts) {
        Set<String> lines = new TreeSet<>();
        for (Fact fact : facts) {
            if (!(fact instanceof Fact.Sla)) {
                lines.add(Clerk.line(what(fact), fact.startedAt(), fact.endedAt(), fact.durations()));
            }
        }
        return lines;
    }

    private static String what(Fact fact) {
        if (fact instanceof Fact.Resolution resolution) {
            long reopenedAt = resolution.reopenedAt();
            return "resolution since " + (reopenedAt == Fields.NONE ? "start" : reopenedAt);
        }
        return fact.kind().replace('_', ' ');
    }
}
