package io.replybeat.care.book;

import static io.replybeat.care.book.EntryExamples.ANA;
import static io.replybeat.care.book.EntryExamples.ANSWERED;
import static io.replybeat.care.book.EntryExamples.ASKED;
import static io.replybeat.care.book.EntryExamples.KEY;
import static io.replybeat.care.book.EntryExamples.NOBODY;
import static io.replybeat.care.book.EntryExamples.at;
import static io.replybeat.care.book.EntryExamples.message;
import static io.replybeat.care.book.EntryExamples.oneOfEachKind;
import static io.replybeat.care.book.EntryExamples.reply;
import static io.replybeat.care.book.EntryExamples.response;
import static io.replybeat.care.book.EntryExamples.said;
import static io.replybeat.care.book.EntryExamples.sla;
import static io.replybeat.care.book.EntryExamples.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Payload.Sentiment.Label;
import io.replybeat.care.fact.Entry;
import io.replybeat.care.fact.Entry.ConversationOpened;
import io.replybeat.care.fact.Entry.MessageCounted;
import io.replybeat.care.fact.Entry.WaitReceived;
import io.replybeat.care.fact.Fact;
import io.replybeat.care.fact.Fact.Sla.Outcome;
import io.replybeat.care.metric.ClockKind;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Tally;
import io.replybeat.care.metric.Timing;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every entry on its instant, and taken back at the very same place (DEFINITIONS §5). */
class BookingsTest {

    private final Bookings bookings = new Bookings(Brands.parse("brands: {acme: {time_zone: Europe/Berlin}}"));

    @Test
    void a_message_is_counted_in_the_minute_it_was_written_in() {
        Panes panes = book(message(MessageCounted.Kind.IN_DIRECT_REPOST, 4711));

        Summary summary = brandPane(panes, "2026-03-04T23:10:00Z");
        assertThat(summary.get(Counter.MESSAGES_IN_DIRECT)).isEqualTo(1);
        assertThat(summary.get(Counter.MESSAGES_IN_REPOSTS)).isEqualTo(1);
        assertThat(summary.get(Counter.MESSAGES_IN_PUBLIC)).isZero();
        assertThat(summary.distinctCustomers()).isEqualTo(1);
    }

    @Test
    void the_mood_of_a_customers_message_is_counted_with_its_score_and_that_of_a_repost_apart() {
        Summary own = brandPane(
                book(message(MessageCounted.Kind.IN_PUBLIC, 7, said(false, Label.NEGATIVE))), "2026-03-04T23:10:00Z");
        Summary repost = brandPane(
                book(message(MessageCounted.Kind.IN_PUBLIC_REPOST, 7, said(true, Label.NEGATIVE))),
                "2026-03-04T23:10:00Z");

        assertThat(own.get(Counter.SENTIMENT_NEGATIVE)).isEqualTo(1);
        assertThat(own.get(Counter.SENTIMENT_SCORE_MILLIONTHS)).isEqualTo(-765_432);
        assertThat(own.get(Counter.REPOSTS_NEGATIVE)).isZero();
        assertThat(repost.get(Counter.REPOSTS_NEGATIVE)).isEqualTo(1);
        assertThat(repost.get(Counter.SENTIMENT_NEGATIVE)).isZero();
        assertThat(repost.get(Counter.SENTIMENT_SCORE_MILLIONTHS)).isZero();
    }

    @Test
    void what_a_message_is_about_and_the_replies_it_used_are_counted_by_name() {
        Summary summary = brandPane(
                book(message(MessageCounted.Kind.IN_PUBLIC, 7, said(false, Label.POSITIVE))), "2026-03-04T23:10:00Z");

        assertThat(summary.tally(Tally.TOPICS)).containsExactly(Map.entry("billing", 1L), Map.entry("delivery", 1L));
        assertThat(summary.tally(Tally.SUB_TOPICS)).containsExactly(Map.entry("billing/double_charge", 1L));
        assertThat(summary.tally(Tally.SAVED_REPLIES)).isEmpty();
        assertThat(summary.tally(Tally.QUICK_REPLIES)).containsExactly(Map.entry("yes", 1L));
        assertThat(summary.get(Counter.MESSAGES_IN_WEIGHTY)).isEqualTo(1);
    }

    @Test
    void a_repost_is_about_nothing_of_its_own_and_weighs_nothing() {
        Summary summary = brandPane(
                book(message(MessageCounted.Kind.IN_PUBLIC_REPOST, 7, said(true, Label.POSITIVE))),
                "2026-03-04T23:10:00Z");

        assertThat(summary.tally(Tally.TOPICS)).isEmpty();
        assertThat(summary.get(Counter.MESSAGES_IN_WEIGHTY)).isZero();
    }

    @Test
    void what_the_brand_writes_has_no_mood() {
        Summary summary = brandPane(
                book(message(MessageCounted.Kind.OUT_AGENT, 0, said(false, Label.NEGATIVE))), "2026-03-04T23:10:00Z");

        assertThat(summary.get(Counter.SENTIMENT_NEGATIVE)).isZero();
        assertThat(summary.tally(Tally.TOPICS)).isEmpty();
        assertThat(summary.tally(Tally.SAVED_REPLIES)).containsExactly(Map.entry("sorry-1", 1L));
        assertThat(summary.tally(Tally.QUICK_REPLIES)).isEmpty();
    }

    @Test
    void a_wait_is_received_when_it_began() {
        Summary summary = brandPane(
                book(new WaitReceived("w", KEY, ANA, ASKED, WaitReceived.Outcome.NO_REPLY_NEEDED)),
                "2026-03-04T22:30:00Z");

        assertThat(summary.get(Counter.WAITS_RECEIVED)).isEqualTo(1);
        assertThat(summary.get(Counter.WAITS_NO_REPLY_NEEDED)).isEqualTo(1);
    }

    @Test
    void a_reply_is_booked_on_its_end_and_a_bots_apart() {
        Summary human = brandPane(book(reply(Fact.By.HUMAN, false)), "2026-03-04T23:10:00Z");
        Summary bot = brandPane(book(reply(Fact.By.BOT, false)), "2026-03-04T23:10:00Z");

        assertThat(human.sketch(Timing.REPLY_WAIT, ClockKind.CALENDAR).count()).isEqualTo(1);
        assertThat(human.get(Counter.REPLIES_OFF_HOURS)).isEqualTo(1);
        assertThat(bot.sketch(Timing.BOT_REPLY_WAIT, ClockKind.BUSINESS).count())
                .isEqualTo(1);
        assertThat(bot.get(Counter.REPLIES_OFF_HOURS)).isZero();
        assertThat(bot.sketch(Timing.REPLY_WAIT, ClockKind.CALENDAR).isEmpty()).isTrue();
    }

    @Test
    void the_same_day_is_the_brands_day() {
        // 23:30 and 00:10 in Berlin are two days, in UTC they would be one
        Summary summary = brandPane(book(response(ASKED, ANSWERED)), "2026-03-04T23:10:00Z");

        assertThat(summary.get(Counter.FIRST_RESPONSES_SAME_DAY)).isZero();
        assertThat(summary.get(Counter.FIRST_RESPONSES_WITHIN_1H)).isEqualTo(1);
        assertThat(summary.get(Counter.FIRST_RESPONSES_WITHIN_24H)).isEqualTo(1);
        // 00:10 and 22:30 of one day in Berlin are two in UTC
        Summary other = brandPane(
                book(response(at("2026-03-04T23:10:00Z"), at("2026-03-05T21:30:00Z"))), "2026-03-05T21:30:00Z");
        assertThat(other.get(Counter.FIRST_RESPONSES_SAME_DAY)).isEqualTo(1);
        assertThat(other.get(Counter.FIRST_RESPONSES_WITHIN_1H)).isZero();
    }

    @Test
    void within_an_hour_includes_the_hour() {
        assertThat(withinOneHour(3600)).isEqualTo(1);
        assertThat(withinOneHour(3601)).isZero();
    }

    @Test
    void a_service_level_is_booked_on_its_due_or_met_instant_whichever_is_earlier() {
        long due = at("2026-03-04T23:00:00Z");

        assertThat(brandPane(book(sla(Outcome.MET, due, due - 60_000)), "2026-03-04T22:59:00Z")
                        .get(Counter.SLA_NEXT_REPLY_MET))
                .isEqualTo(1);
        assertThat(brandPane(book(sla(Outcome.BREACHED, due, due + 3_600_000)), "2026-03-04T23:00:00Z")
                        .get(Counter.SLA_NEXT_REPLY_BREACHED))
                .isEqualTo(1);
        assertThat(brandPane(book(sla(Outcome.BREACHED, due, Fields.NONE)), "2026-03-04T23:00:00Z")
                        .get(Counter.SLA_NEXT_REPLY_BREACHED))
                .isEqualTo(1);
        assertThat(BookedPane.allOf(book(sla(Outcome.RUNNING, due, Fields.NONE))))
                .isEmpty();
    }

    @Test
    void a_conversation_is_opened_and_resolved_now_on_its_start() {
        Summary summary = brandPane(book(new ConversationOpened("o", KEY, ANA, ASKED, true)), "2026-03-04T22:30:00Z");

        assertThat(summary.get(Counter.CONVERSATIONS_OPENED)).isEqualTo(1);
        assertThat(summary.get(Counter.CONVERSATIONS_RESOLVED_NOW)).isEqualTo(1);
    }

    @Test
    void an_entry_is_in_every_cut_it_has_a_value_for() {
        assertThat(BookedPane.allOf(book(message(MessageCounted.Kind.IN_PUBLIC, 1)))
                        .keySet())
                .extracting(BookedPane::series)
                .containsExactlyInAnyOrder(
                        "acme|brand|acme",
                        "acme|network|x",
                        "acme|agent|ana",
                        "acme|team|billing",
                        "acme|tier|3",
                        "acme|topic|refund",
                        "acme|language|de");
        assertThat(BookedPane.allOf(book(new ConversationOpened("o", KEY, NOBODY, ASKED, false)))
                        .keySet())
                .extracting(BookedPane::cut)
                .containsExactlyInAnyOrder(Cut.BRAND, Cut.NETWORK);
    }

    @Test
    void a_withdrawn_entry_is_the_exact_opposite_of_the_booked_one() {
        for (Entry entry : oneOfEachKind()) {
            Panes panes = book(entry);
            Map<BookedPane, Summary> booked = BookedPane.allOf(panes);
            Panes withdrawn = new Panes(EnumSet.allOf(Cut.class));
            bookings.book(entry, -1, withdrawn);

            assertThat(BookedPane.allOf(withdrawn).keySet()).as("%s", entry).isEqualTo(booked.keySet());
            booked.forEach((pane, summary) -> {
                Summary sum = summary.copy();
                sum.add(BookedPane.allOf(withdrawn).get(pane));
                assertThat(sum.isEmpty()).as("%s on %s", entry, pane).isTrue();
            });
        }
    }

    private long withinOneHour(long seconds) {
        Fact.FirstResponse response = new Fact.FirstResponse(
                "f", KEY, ANA, ASKED, ASKED + seconds * 1000, took(seconds), Fact.Anchor.FIRST_MESSAGE);
        return BookedPane.allOf(book(response)).values().iterator().next().get(Counter.FIRST_RESPONSES_WITHIN_1H);
    }

    private Panes book(Entry entry) {
        Panes panes = new Panes(EnumSet.allOf(Cut.class));
        bookings.book(entry, 1, panes);
        return panes;
    }

    private static Summary brandPane(Panes panes, String minute) {
        BookedPane pane = new BookedPane("acme", Cut.BRAND, "acme", at(minute));
        assertThat(BookedPane.allOf(panes)).containsKey(pane);
        return BookedPane.allOf(panes).get(pane);
    }
}
