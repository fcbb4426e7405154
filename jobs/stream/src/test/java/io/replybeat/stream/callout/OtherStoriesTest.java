package io.replybeat.stream.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.event.Payload.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snowballs, ignored influencers and cooling failures with the default parameters, several stories in one run. */
class OtherStoriesTest {

    private static final long MINUTE = 60_000;
    private static final long TEN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();

    private final List<Event> events = new ArrayList<>();

    @Test
    void an_influencer_without_an_answer_is_ignored_after_half_an_hour_to_the_millisecond_until_the_reply() {
        events.add(Post.by("a", "late").at(TEN).event());
        reply("of-late", 45, Author.Kind.AGENT);
        events.add(Post.by("b", "in-time").to("brand2").at(TEN).event());
        events.add(Post.reply("brand2", "of-in-time", "r", TEN + 30 * MINUTE, Author.Kind.AGENT, Visibility.DIRECT));
        events.add(Post.by("c", "closed").to("brand3").at(TEN).event());
        events.add(Post.status("brand3", "of-closed", "s", TEN + 31 * MINUTE, Status.NO_REPLY_NEEDED));
        events.add(Post.by("d", "bot").to("brand4").at(TEN).event());
        events.add(Post.reply("brand4", "of-bot", "r4", TEN + MINUTE, Author.Kind.BOT, Visibility.PUBLIC));
        events.add(Post.by("e", "small")
                .weighing(AuthorWeight.ORDINARY, 100)
                .to("brand5")
                .at(TEN)
                .event());

        assertThat(told(Rule.IGNORED_INFLUENCER, TEN + 50 * MINUTE))
                .extracting(Alert::brand, Alert::change, Alert::updatedAt, alert -> alert.measure()
                        .value())
                .containsExactlyInAnyOrder(
                        tuple("acme", Change.FIRED, TEN + 30 * MINUTE, 30.0),
                        tuple("acme", Change.RESOLVED, TEN + 45 * MINUTE, 45.0),
                        tuple("brand3", Change.FIRED, TEN + 30 * MINUTE, 30.0),
                        tuple("brand3", Change.RESOLVED, TEN + 31 * MINUTE, 31.0),
                        tuple("brand4", Change.FIRED, TEN + 30 * MINUTE, 30.0));
    }

    @Test
    void the_end_of_the_patience_needs_no_later_event_but_event_time_must_have_come() {
        events.add(Post.by("a", "post").at(TEN).event());

        assertThat(told(Rule.IGNORED_INFLUENCER, TEN + 30 * MINUTE - 1)).isEmpty();
        assertThat(told(Rule.IGNORED_INFLUENCER, TEN + 30 * MINUTE))
                .extracting(Alert::id)
                .containsExactly("ignored_influencer|acme|brand|of-post|2026-03-04T10:00:00Z");
    }

    @Test
    void a_complaint_left_unanswered_rolls_with_the_fifth_other_customer_or_the_first_weighty_one() {
        complaint("acme", "billing");
        for (int i = 1; i <= 6; i++) {
            customer("acme", "billing", "k" + i, 30 + i);
        }
        customer("acme", "billing", "k6", 38);
        customer("acme", "delivery", "k7", 38);
        complaint("brand2", "billing");
        events.add(Post.by("vip", "vip")
                .to("brand2")
                .about("billing")
                .at(TEN + 90 * MINUTE)
                .event());
        complaint("brand3", "billing");
        events.add(Post.by("vip", "vip3")
                .to("brand3")
                .about("billing")
                .at(TEN + 90 * MINUTE + 1)
                .event());
        complaint("brand4", "billing");
        events.add(Post.reply(
                "brand4", "of-brand4-complaint", "r", TEN + 29 * MINUTE, Author.Kind.AGENT, Visibility.DIRECT));
        for (int i = 1; i <= 6; i++) {
            customer("brand4", "billing", "k" + i, 30 + i);
        }

        assertThat(told(Rule.SNOWBALL, TEN + 91 * MINUTE))
                .extracting(
                        Alert::brand,
                        alert -> alert.subject().text(),
                        Alert::change,
                        Alert::since,
                        Alert::updatedAt,
                        alert -> alert.measure().value(),
                        Alert::severity)
                .containsExactlyInAnyOrder(
                        tuple("acme", "topic|billing", Change.FIRED, TEN, TEN + 35 * MINUTE, 5.0, Severity.WARNING),
                        tuple("acme", "topic|billing", Change.UPDATED, TEN, TEN + 36 * MINUTE, 6.0, Severity.WARNING),
                        tuple("brand2", "topic|billing", Change.FIRED, TEN, TEN + 90 * MINUTE, 1.0, Severity.CRITICAL));
    }

    @Test
    void what_people_say_is_not_grave_starts_no_snowball() {
        complaint("acme", "billing");
        tier(1, "acme", "of-acme-complaint", 1);
        for (int i = 1; i <= 6; i++) {
            customer("acme", "billing", "k" + i, 30 + i);
        }

        assertThat(told(Rule.SNOWBALL, TEN + 91 * MINUTE)).isEmpty();
    }

    @Test
    void a_grave_matter_without_a_bad_tone_is_a_complaint_only_if_people_say_so_even_after_it_waited() {
        for (String brand : List.of("unheard", "early", "late")) {
            events.add(matter(brand).event());
            for (int i = 1; i <= 10; i++) {
                customer(brand, "billing", "k" + i, 30 + i);
            }
        }
        tier(3, "early", "of-early-matter", 1);
        tier(3, "late", "of-late-matter", 32);

        assertThat(told(Rule.SNOWBALL, TEN + 50 * MINUTE))
                .filteredOn(alert -> alert.change() == Change.FIRED)
                .extracting(Alert::brand, Alert::since, Alert::firedAt)
                .containsExactlyInAnyOrder(
                        tuple("early", TEN, TEN + 35 * MINUTE), tuple("late", TEN, TEN + 37 * MINUTE));
    }

    @Test
    void posts_after_a_complaint_are_not_usual_if_people_call_it_grave_up_to_an_hour_after_its_patience() {
        for (String brand : List.of("in-time", "late")) {
            events.add(matter(brand).event());
            for (int i = 1; i <= 5; i++) {
                customer(brand, "billing", "waits" + i, 10 + i);
            }
        }
        tier(3, "in-time", "of-in-time-matter", 90);
        tier(3, "late", "of-late-matter", 106);
        for (int i = 1; i <= 5; i++) {
            customer("in-time", "billing", "k" + i, 106 + i);
            customer("late", "billing", "k" + i, 106 + i);
        }

        assertThat(told(Rule.SNOWBALL, TEN + 120 * MINUTE))
                .extracting(Alert::brand, Alert::change, Alert::firedAt)
                .containsExactly(tuple("in-time", Change.FIRED, TEN + 111 * MINUTE));
    }

    private static Post matter(String brand) {
        return Post.by("first", brand + "-matter")
                .to(brand)
                .weighing(AuthorWeight.ORDINARY, 50)
                .about("billing")
                .scored(0)
                .tier(3)
                .at(TEN);
    }

    private void tier(int tier, String brand, String conversation, int minute) {
        events.add(Post.tier(brand, conversation, brand + "-tag", TEN + minute * MINUTE, tier));
    }

    @Test
    void others_count_beyond_twice_as_many_posts_as_came_in_the_hour_before_but_a_weighty_one_always_does() {
        for (String brand : List.of("acme", "brand2")) {
            complaint(brand, "billing");
            for (int i = 1; i <= 3; i++) {
                customer(brand, "billing", "before" + i, -10 * i);
            }
            customer(brand, "billing", "long-ago", -70);
            for (int i = 1; i <= 12; i++) {
                customer(brand, "billing", "k" + i, 30 + i);
            }
        }
        events.add(Post.by("vip", "vip")
                .to("brand2")
                .about("billing")
                .at(TEN + 33 * MINUTE)
                .event());

        assertThat(told(Rule.SNOWBALL, TEN + 91 * MINUTE))
                .filteredOn(alert -> alert.change() == Change.FIRED)
                .extracting(Alert::brand, Alert::firedAt)
                .containsExactlyInAnyOrder(tuple("acme", TEN + 41 * MINUTE), tuple("brand2", TEN + 33 * MINUTE));
    }

    @Test
    void a_snowball_ends_with_the_answer_to_its_complaint_and_another_may_begin() {
        complaint("acme", "billing");
        for (int i = 1; i <= 5; i++) {
            customer("acme", "billing", "k" + i, 30 + i);
        }
        reply("of-acme-complaint", 50, Author.Kind.AGENT);
        events.add(Post.by("second", "second")
                .weighing(AuthorWeight.ORDINARY, 9)
                .about("billing")
                .tier(3)
                .at(TEN + 100 * MINUTE)
                .event());
        for (int i = 1; i <= 5; i++) {
            customer("acme", "billing", "l" + i, 130 + i);
        }

        assertThat(told(Rule.SNOWBALL, TEN + 140 * MINUTE))
                .extracting(Alert::change, Alert::since, Alert::updatedAt)
                .containsExactly(
                        tuple(Change.FIRED, TEN, TEN + 35 * MINUTE),
                        tuple(Change.RESOLVED, TEN, TEN + 50 * MINUTE),
                        tuple(Change.FIRED, TEN + 100 * MINUTE, TEN + 135 * MINUTE));
    }

    @Test
    void four_exchanges_each_worse_than_the_one_before_are_a_cooling_failure_if_they_fall_far_and_below_zero() {
        exchanges("falls", 0.2, -0.1, -0.1, -0.2, -0.3, -0.7);
        exchanges("recovers", 0.2, -0.1, 0.1, -0.6, -0.7);
        exchanges("flat", -0.5, -0.5, -0.5, -0.5);
        exchanges("hardly", 0.0, -0.1, -0.2, -0.49);
        exchanges("pleased", 0.9, 0.6, 0.3, 0.0);
        exchanges("three", -0.1, -0.2, -0.8);

        assertThat(told(Rule.COOLING_FAILURE, TEN + 120 * MINUTE))
                .extracting(alert -> alert.subject().name(), Alert::change, Alert::since, alert -> alert.measure()
                        .value())
                .containsExactly(tuple("falls", Change.FIRED, TEN, 4.0), tuple("falls", Change.UPDATED, TEN, 5.0));
    }

    @Test
    void a_resolution_interrupts_the_fall_and_ends_what_was_told() {
        exchanges("told", 0.2, -0.1, -0.2, -0.6);
        events.add(Post.status("acme", "told", "s1", TEN + 60 * MINUTE, Status.RESOLVED));
        exchanges("interrupted", 0.2, -0.1);
        events.add(Post.status("acme", "interrupted", "s2", TEN + 19 * MINUTE, Status.RESOLVED));
        events.add(said("interrupted", "x1", TEN + 60 * MINUTE, -0.2));
        reply("interrupted", 61, Author.Kind.AGENT);
        events.add(said("interrupted", "x2", TEN + 62 * MINUTE, -0.6));
        reply("interrupted", 63, Author.Kind.AGENT);

        assertThat(told(Rule.COOLING_FAILURE, TEN + 120 * MINUTE))
                .extracting(alert -> alert.subject().name(), Alert::change)
                .containsExactly(tuple("told", Change.FIRED), tuple("told", Change.RESOLVED));
    }

    @Test
    void a_fall_is_told_with_all_its_messages_however_far_event_time_has_come_meanwhile() {
        exchanges("falls", 0.2, -0.1, -0.2, -0.6);
        List<CalloutRun.Arriving> arrivals = new ArrayList<>();
        for (Event event : events) {
            arrivals.add(CalloutRun.Arriving.of(event));
            arrivals.add(CalloutRun.Arriving.upTo(event.occurredAt()));
        }

        List<Alert> live = new CalloutRun().over(arrivals);

        assertThat(live).containsExactlyElementsOf(told(Rule.COOLING_FAILURE, TEN + 35 * MINUTE));
        assertThat(live.get(0).evidence().messageIds()).containsExactly("falls0", "falls1", "falls2", "falls3");
    }

    @Test
    void a_fall_of_seven_days_is_no_story_and_one_a_millisecond_shorter_is() {
        long sevenDays = 7 * 24 * 60 * MINUTE;
        slowFall("too-slow", TEN + 5 * MINUTE + sevenDays);
        slowFall("in-time", TEN + 5 * MINUTE + sevenDays - 1);

        assertThat(told(Rule.COOLING_FAILURE, TEN + sevenDays + 60 * MINUTE))
                .extracting(alert -> alert.subject().name())
                .containsExactly("in-time");
    }

    /** Its first exchange ends at five past ten. */
    private void slowFall(String conversation, long lastReply) {
        exchanges(conversation, 0.2, -0.1, -0.2);
        events.add(said(conversation, conversation + "-last", lastReply - MINUTE, -0.6));
        events.add(Post.reply(
                "acme", conversation, conversation + "-r-last", lastReply, Author.Kind.AGENT, Visibility.DIRECT));
    }

    private void complaint(String brand, String topic) {
        events.add(Post.by("first", brand + "-complaint")
                .to(brand)
                .weighing(AuthorWeight.ORDINARY, 50)
                .about(topic)
                .tier(3)
                .at(TEN)
                .event());
    }

    private void customer(String brand, String topic, String who, int minute) {
        events.add(Post.by(who, brand + topic + who + minute)
                .to(brand)
                .weighing(AuthorWeight.ORDINARY, 50)
                .about(topic)
                .at(TEN + minute * MINUTE)
                .event());
    }

    private void exchanges(String conversation, double... scores) {
        for (int i = 0; i < scores.length; i++) {
            events.add(said(conversation, conversation + i, TEN + 10 * i * MINUTE, scores[i]));
            events.add(Post.reply(
                    "acme",
                    conversation,
                    conversation + "-r" + i,
                    TEN + (10 * i + 5) * MINUTE,
                    Author.Kind.AGENT,
                    Visibility.DIRECT));
        }
    }

    private static Event said(String conversation, String eventId, long at, double score) {
        return Post.by("customer of " + conversation, eventId)
                .in(conversation)
                .seen(Visibility.DIRECT)
                .weighing(AuthorWeight.ORDINARY, 10)
                .scored(score)
                .at(at)
                .event();
    }

    private void reply(String conversation, int minute, Author.Kind by) {
        events.add(Post.reply(
                "acme", conversation, "reply" + events.size(), TEN + minute * MINUTE, by, Visibility.PUBLIC));
    }

    private List<Alert> told(Rule rule, long now) {
        return new CalloutRun()
                .overAllUpTo(now, events).stream()
                        .filter(alert -> alert.rule() == rule)
                        .toList();
    }
}
