package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.BERLIN_OFFICE;
import static io.replybeat.care.clock.Desk.DAY;
import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.took;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.fact.Fact.Resolution;
import io.replybeat.care.story.Story;
import org.junit.jupiter.api.Test;

/** Only open seconds count, by the calendar in force at each of them (DEFINITIONS §3). In March Berlin is UTC+1. */
class BusinessTimeTest {

    private static final String SPLIT_SHIFT =
            """
            time_zone: Europe/Berlin
            business_hours:
              - weekly: {wed: ["09:00-12:30", "13:30-18:00"], fri: ["09:00-17:00"], mon: ["09:00-17:00"]}
                holidays: [2026-04-03, 2026-04-06]
            """;

    @Test
    void without_business_hours_every_second_counts() {
        assertThat(reply("time_zone: Europe/Berlin", "2026-03-07T02:00:00Z", "2026-03-08T02:00:00Z"))
                .isEqualTo(took(DAY));
    }

    @Test
    void within_one_working_day_business_time_is_calendar_time() {
        assertThat(reply(BERLIN_OFFICE, "2026-03-04T09:00:00Z", "2026-03-04T09:45:00Z"))
                .isEqualTo(took(45 * MINUTE));
    }

    @Test
    void asked_and_answered_while_closed_takes_zero_business_seconds() {
        assertThat(reply(BERLIN_OFFICE, "2026-03-04T20:00:00Z", "2026-03-04T21:30:00Z"))
                .isEqualTo(new Durations(90 * MINUTE, 0, 0, false));
    }

    @Test
    void a_reply_after_closing_time_counts_until_closing_time() {
        // asked 17:30 local, answered 20:00: half an hour until six
        assertThat(reply(BERLIN_OFFICE, "2026-03-04T16:30:00Z", "2026-03-04T19:00:00Z"))
                .isEqualTo(new Durations(150 * MINUTE, 30 * MINUTE, 30 * MINUTE, false));
    }

    @Test
    void a_question_after_closing_time_begins_to_count_in_the_morning() {
        // asked 18:30 local, answered the next day at 09:20
        assertThat(reply(BERLIN_OFFICE, "2026-03-04T17:30:00Z", "2026-03-05T08:20:00Z"))
                .isEqualTo(new Durations(14 * HOUR + 50 * MINUTE, 20 * MINUTE, 20 * MINUTE, true));
    }

    @Test
    void a_night_is_left_out() {
        // Wed 17:00 → Thu 10:00 local: 1 h + 1 h
        assertThat(reply(BERLIN_OFFICE, "2026-03-04T16:00:00Z", "2026-03-05T09:00:00Z"))
                .isEqualTo(new Durations(17 * HOUR, 2 * HOUR, 2 * HOUR, true));
    }

    @Test
    void a_weekend_is_left_out() {
        // Fri 17:45 → Mon 09:15 local: a quarter of an hour twice
        assertThat(reply(BERLIN_OFFICE, "2026-03-06T16:45:00Z", "2026-03-09T08:15:00Z"))
                .isEqualTo(new Durations(2 * DAY + 15 * HOUR + 30 * MINUTE, 30 * MINUTE, 30 * MINUTE, true));
    }

    @Test
    void a_lunch_break_is_left_out() {
        // Wed 12:00 → 14:00 local: 30 min before the break, 30 after
        assertThat(reply(SPLIT_SHIFT, "2026-03-04T11:00:00Z", "2026-03-04T13:00:00Z"))
                .isEqualTo(new Durations(2 * HOUR, HOUR, HOUR, true));
    }

    @Test
    void a_reply_in_the_lunch_break_is_off_hours() {
        assertThat(reply(SPLIT_SHIFT, "2026-03-04T11:00:00Z", "2026-03-04T12:00:00Z"))
                .isEqualTo(new Durations(HOUR, 30 * MINUTE, 30 * MINUTE, false));
    }

    @Test
    void holidays_are_left_out() {
        // Good Friday and Easter Monday 2026 are closed, and the hours of this brand know no other day until Wed 8th
        // Thu Apr 2nd 12:00 → Wed Apr 8th 09:30 local (UTC+2): only the half hour of Wednesday
        assertThat(reply(SPLIT_SHIFT, "2026-04-02T10:00:00Z", "2026-04-08T07:30:00Z"))
                .extracting(Durations::businessSeconds)
                .isEqualTo(30 * MINUTE);
    }

    @Test
    void a_reply_at_the_very_closing_time_is_off_hours_and_at_the_opening_is_not() {
        assertThat(reply(BERLIN_OFFICE, "2026-03-04T16:59:00Z", "2026-03-04T17:00:00Z"))
                .isEqualTo(new Durations(MINUTE, MINUTE, MINUTE, false));
        assertThat(reply(BERLIN_OFFICE, "2026-03-04T07:59:00Z", "2026-03-04T08:00:00Z"))
                .isEqualTo(new Durations(MINUTE, 0, 0, true));
    }

    @Test
    void a_calendar_that_changes_during_a_wait_counts_each_day_by_the_hours_in_force() {
        // until March 31st nine to five, from April 1st ten to four (local = UTC+2 after March 29th)
        // Tue Mar 31st 16:00 → Wed Apr 1st 11:30: 1 h by the old hours, 1.5 h by the new
        String versions =
                """
                time_zone: Europe/Berlin
                business_hours:
                  - weekly: {mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"]}
                  - effective_from: 2026-04-01
                    weekly: {mon: ["10:00-16:00"], tue: ["10:00-16:00"], wed: ["10:00-16:00"]}
                """;

        assertThat(reply(versions, "2026-03-31T14:00:00Z", "2026-04-01T09:30:00Z"))
                .isEqualTo(new Durations(19 * HOUR + 30 * MINUTE, 150 * MINUTE, 150 * MINUTE, true));
    }

    @Test
    void before_the_first_dated_calendar_every_second_counts() {
        // the hours begin on Apr 1st 00:00 local = Mar 31st 22:00Z: 4 h of the evening before, then 09:00–10:00
        String fromApril =
                """
                time_zone: Europe/Berlin
                business_hours:
                  - effective_from: 2026-04-01
                    weekly: {wed: ["09:00-17:00"]}
                """;

        assertThat(reply(fromApril, "2026-03-31T18:00:00Z", "2026-04-01T08:00:00Z"))
                .isEqualTo(new Durations(14 * HOUR, 5 * HOUR, 5 * HOUR, true));
    }

    @Test
    void a_resolution_is_measured_on_the_business_clock_too() {
        // Wed 10:00 local → Fri 10:00 local: 8 + 9 + 1 hours
        Ledger books = books(
                BERLIN_OFFICE,
                Story.told()
                        .at("2026-03-04T09:00:00Z")
                        .customerWrites()
                        .agentReplies("ana")
                        .after("48h")
                        .resolvedBy("ana"));

        assertThat(books.only(Resolution.class).durations())
                .isEqualTo(new Durations(2 * DAY, 18 * HOUR, 18 * HOUR, true));
    }

    private static Durations reply(String acme, String asked, String answered) {
        return books(acme, Story.told().at(asked).customerWrites().at(answered).agentReplies("ana"))
                .only(Reply.class)
                .durations();
    }
}
