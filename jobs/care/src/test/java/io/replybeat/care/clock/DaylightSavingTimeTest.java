package io.replybeat.care.clock;

import static io.replybeat.care.clock.Desk.HOUR;
import static io.replybeat.care.clock.Desk.MINUTE;
import static io.replybeat.care.clock.Desk.at;
import static io.replybeat.care.clock.Desk.books;
import static io.replybeat.care.clock.Desk.targets;
import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Fact.Reply;
import io.replybeat.care.fact.Fact.Sla.Target;
import io.replybeat.care.story.Story;
import org.junit.jupiter.api.Test;

/**
 * Business hours are local hours, also when the clocks change: in 2026 on March 29th and October 25th in Berlin, on March
 * 8th and November 1st in New York.
 */
class DaylightSavingTimeTest {

    private static final String BERLIN_EVERY_DAY = everyDay("Europe/Berlin", "09:00-18:00");
    private static final String NEW_YORK_EVERY_DAY = everyDay("America/New_York", "09:00-18:00");

    @Test
    void in_berlin_the_shop_opens_an_hour_earlier_in_utc_after_the_clocks_went_forward() {
        // Sat Mar 28th 17:00 local (16:00Z) → Sun Mar 29th 10:00 local (08:00Z): 1 h + 1 h, 16 h on the wall
        assertThat(reply(BERLIN_EVERY_DAY, "2026-03-28T16:00:00Z", "2026-03-29T08:00:00Z"))
                .isEqualTo(new Durations(16 * HOUR, 2 * HOUR, 2 * HOUR, true));
    }

    @Test
    void in_berlin_the_shop_opens_an_hour_later_in_utc_after_the_clocks_went_back() {
        // Sat Oct 24th 17:00 local (15:00Z) → Sun Oct 25th 10:00 local (09:00Z): 1 h + 1 h, 18 h on the wall
        assertThat(reply(BERLIN_EVERY_DAY, "2026-10-24T15:00:00Z", "2026-10-25T09:00:00Z"))
                .isEqualTo(new Durations(18 * HOUR, 2 * HOUR, 2 * HOUR, true));
    }

    @Test
    void in_new_york_both_changes_are_on_other_days() {
        // Mar 7th 17:00 EST (22:00Z) → Mar 8th 10:00 EDT (14:00Z); Oct 31st 17:00 EDT (21:00Z) → Nov 1st 10:00 EST
        // (15:00Z)
        assertThat(reply(NEW_YORK_EVERY_DAY, "2026-03-07T22:00:00Z", "2026-03-08T14:00:00Z"))
                .isEqualTo(new Durations(16 * HOUR, 2 * HOUR, 2 * HOUR, true));
        assertThat(reply(NEW_YORK_EVERY_DAY, "2026-10-31T21:00:00Z", "2026-11-01T15:00:00Z"))
                .isEqualTo(new Durations(18 * HOUR, 2 * HOUR, 2 * HOUR, true));
    }

    @Test
    void a_night_shift_is_an_hour_shorter_in_spring_and_an_hour_longer_in_autumn() {
        // open 00:00–06:00 local: on Mar 29th 2–3 o'clock does not exist, on Oct 25th it comes twice
        String nights = everyDay("Europe/Berlin", "00:00-06:00");

        assertThat(reply(nights, "2026-03-28T23:00:00Z", "2026-03-29T04:00:00Z").businessSeconds())
                .isEqualTo(5 * HOUR);
        assertThat(reply(nights, "2026-10-24T22:00:00Z", "2026-10-25T05:00:00Z").businessSeconds())
                .isEqualTo(7 * HOUR);
    }

    @Test
    void a_due_instant_follows_the_local_opening_time() {
        // promised within 2 business hours, asked on Saturdays at 17:00 local: due on Sunday at 10:00 local
        String promised = BERLIN_EVERY_DAY + "sla: [{clock: business, first_response: 2h}]\n";

        assertThat(due(promised, "2026-03-28T16:00:00Z")).isEqualTo(at("2026-03-29T08:00:00Z"));
        assertThat(due(promised, "2026-10-24T15:00:00Z")).isEqualTo(at("2026-10-25T09:00:00Z"));
        assertThat(due(promised, "2026-10-17T15:00:00Z")).isEqualTo(at("2026-10-18T08:00:00Z"));
    }

    @Test
    void a_week_with_a_change_has_as_much_business_time_as_any_other() {
        // Mon 09:00 → next Mon 09:30 local, 7 · 9 h + 30 min; the week of March 23rd has an hour less on the wall
        assertThat(reply(BERLIN_EVERY_DAY, "2026-03-23T08:00:00Z", "2026-03-30T07:30:00Z"))
                .isEqualTo(new Durations(
                        7 * 24 * HOUR - 30 * MINUTE, 63 * HOUR + 30 * MINUTE, 63 * HOUR + 30 * MINUTE, true));
    }

    private static long due(String acme, String asked) {
        return targets(books(acme, Story.told().at(asked).customerWrites()), Target.FIRST_RESPONSE)
                .get(0)
                .dueAt();
    }

    private static Durations reply(String acme, String asked, String answered) {
        return books(acme, Story.told().at(asked).customerWrites().at(answered).agentReplies("ana"))
                .only(Reply.class)
                .durations();
    }

    private static String everyDay(String zone, String hours) {
        return """
                time_zone: %s
                business_hours:
                  - weekly: {mon: ["%2$s"], tue: ["%2$s"], wed: ["%2$s"], thu: ["%2$s"], fri: ["%2$s"],
                             sat: ["%2$s"], sun: ["%2$s"]}
                """
                .formatted(zone, hours);
    }
}
