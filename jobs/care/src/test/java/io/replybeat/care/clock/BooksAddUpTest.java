package io.replybeat.care.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.book.BookedPane;
import io.replybeat.care.book.Bookings;
import io.replybeat.care.book.Panes;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Event;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.ConversationOpened;
import io.replybeat.care.fact.Entry.MessageCounted;
import io.replybeat.care.fact.Entry.MessageCounted.Kind;
import io.replybeat.care.fact.Entry.WaitReceived;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.metric.ClockKind;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Timing;
import io.replybeat.care.story.RandomTimeline;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the minutes say together is what the facts say, whatever was booked and taken back on the way (DEFINITIONS §5). */
class BooksAddUpTest {

    private static final long START = Instant.parse("2026-03-20T07:00:00Z").toEpochMilli();

    @Test
    void minutes_booked_event_by_event_in_any_order_are_the_minutes_of_the_final_entries() {
        for (int seed = 0; seed < 150; seed++) {
            Told told = told(seed);
            Panes atOnce = new Panes(EnumSet.allOf(Cut.class));
            told.entries.values().forEach(entry -> told.bookings.book(entry, 1, atOnce));

            assertThat(notEmpty(told.panes)).as("seed %d", seed).isEqualTo(notEmpty(atOnce));
        }
    }

    @Test
    void every_counter_summed_over_the_minutes_is_what_a_clerk_counts_among_the_entries() {
        for (int seed = 0; seed < 150; seed++) {
            Told told = told(seed);
            Summary all = sum(told.panes, Cut.BRAND);

            counted().forEach((counter, isCounted) -> assertThat(all.get(counter))
                    .as("seed %d: %s", told.seed, counter)
                    .isEqualTo(told.entries.values().stream().filter(isCounted).count()));
            assertThat(all.sketch(Timing.REPLY_WAIT, ClockKind.CALENDAR).count()
                            + all.sketch(Timing.BOT_REPLY_WAIT, ClockKind.CALENDAR)
                                    .count())
                    .isEqualTo(all.get(Counter.WAITS_ANSWERED));
        }
    }

    @Test
    void in_every_minute_of_every_slice_the_parts_of_the_reply_rate_are_the_waits_received() {
        for (int seed = 0; seed < 150; seed++) {
            BookedPane.allOf(told(seed).panes).forEach((pane, summary) -> assertThat(summary.get(Counter.WAITS_ANSWERED)
                            + summary.get(Counter.WAITS_NO_REPLY_NEEDED)
                            + summary.get(Counter.WAITS_UNANSWERED)
                            + summary.get(Counter.WAITS_WAITING))
                    .as("%s", pane)
                    .isEqualTo(summary.get(Counter.WAITS_RECEIVED)));
        }
    }

    @Test
    void the_networks_of_a_brand_are_the_brand() {
        for (int seed = 0; seed < 150; seed++) {
            Told told = told(seed);

            assertThat(sum(told.panes, Cut.NETWORK)).as("seed %d", seed).isEqualTo(sum(told.panes, Cut.BRAND));
        }
    }

    private record Told(int seed, Bookings bookings, Panes panes, Map<String, Entry> entries) {}

    private static Told told(int seed) {
        Brands brands = seed % 2 == 0 ? Brands.none() : BrandExamples.withHoursAndTargets();
        Bookings bookings = new Bookings(brands);
        Panes panes = new Panes(EnumSet.allOf(Cut.class));
        Ledger ledger = new Ledger(brands);
        ledger.witness = (before, after) -> {
            if (before != null) {
                bookings.book(before, -1, panes);
            }
            if (after != null) {
                bookings.book(after, 1, panes);
            }
        };
        List<Event> events = RandomTimeline.of(seed, "acme", "c1", START, 60);
        RandomTimeline.delivered(events, seed).forEach(event -> ledger.accept(event, Long.MIN_VALUE));
        ledger.advance(START + 48 * 3_600_000L);
        return new Told(seed, bookings, panes, ledger.entries());
    }

    private static Map<BookedPane, Summary> notEmpty(Panes panes) {
        Map<BookedPane, Summary> left = new HashMap<>(BookedPane.allOf(panes));
        left.values().removeIf(Summary::isEmpty);
        return left;
    }

    private static Summary sum(Panes panes, Cut cut) {
        Summary sum = new Summary();
        BookedPane.allOf(panes).forEach((pane, summary) -> {
            if (pane.cut() == cut) {
                sum.add(summary);
            }
        });
        return sum;
    }

    private static Map<Counter, Predicate<Entry>> counted() {
        Map<Counter, Predicate<Entry>> counted = new HashMap<>();
        counted.put(Counter.MESSAGES_IN_PUBLIC, message(Kind.IN_PUBLIC, Kind.IN_PUBLIC_REPOST));
        counted.put(Counter.MESSAGES_IN_DIRECT, message(Kind.IN_DIRECT, Kind.IN_DIRECT_REPOST));
        counted.put(Counter.MESSAGES_IN_REPOSTS, message(Kind.IN_PUBLIC_REPOST, Kind.IN_DIRECT_REPOST));
        counted.put(Counter.MESSAGES_OUT_AGENT, message(Kind.OUT_AGENT, Kind.OUT_AGENT));
        counted.put(Counter.MESSAGES_OUT_BOT, message(Kind.OUT_BOT, Kind.OUT_BOT));
        counted.put(Counter.MESSAGES_OUT_AUTOMATION, message(Kind.OUT_AUTOMATION, Kind.OUT_AUTOMATION));
        counted.put(Counter.INTERNAL_NOTES, message(Kind.INTERNAL_NOTE, Kind.INTERNAL_NOTE));
        counted.put(Counter.CONVERSATIONS_OPENED, ConversationOpened.class::isInstance);
        counted.put(
                Counter.CONVERSATIONS_RESOLVED_NOW,
                entry -> entry instanceof ConversationOpened opened && opened.resolvedNow());
        counted.put(Counter.CONVERSATIONS_REOPENED, Fact.Reopen.class::isInstance);
        counted.put(Counter.WAITS_RECEIVED, WaitReceived.class::isInstance);
        counted.put(Counter.WAITS_ANSWERED, Fact.Reply.class::isInstance);
        counted.put(
                Counter.WAITS_UNANSWERED,
                entry -> entry instanceof Fact.Unanswered unanswered && !unanswered.noReplyNeeded());
        counted.put(
                Counter.WAITS_NO_REPLY_NEEDED,
                entry -> entry instanceof Fact.Unanswered unanswered && unanswered.noReplyNeeded());
        counted.put(
                Counter.FIRST_RESPONSES_OFF_HOURS,
                entry -> entry instanceof Fact.FirstResponse response
                        && !response.durations().inBusinessHours());
        for (Target target : Target.values()) {
            for (Outcome outcome : new Outcome[] {Outcome.MET, Outcome.BREACHED}) {
                String counter = "SLA_" + target + "_" + outcome;
                counted.put(
                        Counter.valueOf(counter.toUpperCase(Locale.ROOT)),
                        entry -> entry instanceof Fact.Sla sla && sla.target() == target && sla.outcome() == outcome);
            }
        }
        return counted;
    }

    private static Predicate<Entry> message(Kind one, Kind other) {
        return entry -> entry instanceof MessageCounted message && (message.kind() == one || message.kind() == other);
    }
}
