package io.replybeat.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.sandbox.simulator.Incident.Kind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Message;
import io.replybeat.schema.Tagging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Traffic in whose course somebody steps in on Monday at noon in London. */
class SteeredTrafficTest {

    private static final Instant NOON = Played.MONDAY.plus(Duration.ofHours(12));
    private static final Settings USUAL = Played.quiet(7, 60);

    @Test
    void an_outage_brings_the_urgent_complaints_of_many_customers_for_ten_minutes() {
        Played played = after(traffic -> traffic.begin(Kind.BILLING_OUTAGE, NOON));
        Set<String> complaining = conversations(played, SteeredTrafficTest::isUrgentlyAboutBilling, 0, 11);
        Set<String> usual = conversations(after(traffic -> {}), SteeredTrafficTest::isUrgentlyAboutBilling, 0, 11);
        assertThat(complaining.size() - usual.size()).isBetween(120, 220);
        assertThat(conversations(played, SteeredTrafficTest::isUrgentlyAboutBilling, 12, 22))
                .hasSizeLessThan(10);
    }

    @Test
    void an_outage_is_as_large_at_night() {
        Instant night = Played.MONDAY.plus(Duration.ofHours(3));
        Played played = play(night, traffic -> traffic.begin(Kind.BILLING_OUTAGE, night));
        assertThat(played.events(night, night.plusSeconds(660))
                        .filter(SteeredTrafficTest::isUrgentlyAboutBilling)
                        .count())
                .isBetween(120L, 220L);
    }

    @Test
    void a_surge_is_six_people_with_an_audience_within_half_a_minute() {
        Played played = after(traffic -> traffic.begin(Kind.INFLUENCER_SURGE, NOON));
        List<CareEvent> callouts = played.events(NOON, NOON.plusSeconds(30))
                .filter(SteeredTrafficTest::isOfInfluencer)
                .toList();
        assertThat(callouts)
                .extracting(CareEvent::getBrand)
                .containsOnly(callouts.get(0).getBrand());
        assertThat(callouts)
                .extracting(event -> ((Message) event.getPayload()).getAuthor().getId())
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void agents_who_go_home_leave_also_what_they_were_about_to_answer_until_they_are_back() {
        String brand = hitBy(Kind.AGENTS_AWAY);
        assertThat(replies(after(traffic -> {}), brand, 0, 30)).isGreaterThan(30);
        Played played = after(traffic -> traffic.begin(Kind.AGENTS_AWAY, NOON));
        assertThat(replies(played, brand, 0, 30)).isZero();
        assertThat(replies(played, brand, 30, 60)).isGreaterThan(60);
    }

    @Test
    void what_was_begun_goes_on_for_its_time_and_only_then() {
        Traffic traffic = new Traffic(USUAL);
        traffic.until(NOON, delivery -> {});
        traffic.begin(Kind.BILLING_OUTAGE, NOON);
        assertThat(traffic.begunByHand(NOON.plusSeconds(599))).containsExactly(Kind.BILLING_OUTAGE);
        assertThat(traffic.begunByHand(NOON.plusSeconds(600))).isEmpty();
    }

    @Test
    void the_next_of_a_kind_hits_another_brand() {
        Traffic traffic = new Traffic(USUAL);
        traffic.until(NOON, delivery -> {});
        traffic.begin(Kind.INFLUENCER_SURGE, NOON);
        traffic.begin(Kind.INFLUENCER_SURGE, NOON);
        List<CareEvent> events = new ArrayList<>();
        traffic.until(NOON.plusSeconds(60), delivery -> events.add(delivery.event()));
        Map<String, Long> voices = events.stream()
                .filter(SteeredTrafficTest::isOfInfluencer)
                .collect(Collectors.groupingBy(CareEvent::getBrand, Collectors.counting()));
        assertThat(voices.values()).hasSize(2).allMatch(count -> count >= 5);
    }

    @Test
    void at_ten_times_the_pace_ten_times_as_many_begin_to_write_and_answers_take_as_long() {
        double usual = openings(after(traffic -> {}), 60);
        assertThat(openings(after(traffic -> traffic.pace(10, NOON)), 60) / usual)
                .isBetween(8.0, 12.0);
        assertThat(openings(after(traffic -> traffic.pace(0.1, NOON)), 60) / usual)
                .isBetween(0.03, 0.2);
    }

    @Test
    void a_slow_pace_does_not_hold_up_a_faster_one() {
        Instant tenPast = minute(10);
        Traffic traffic = new Traffic(USUAL);
        traffic.until(NOON, delivery -> {});
        traffic.pace(0.000_001, NOON);
        traffic.until(tenPast, delivery -> {});
        traffic.pace(60, tenPast);
        List<Delivery> deliveries = new ArrayList<>();
        traffic.until(minute(12), deliveries::add);
        assertThat(openings(new Played(deliveries), 12)).isGreaterThan(100);
    }

    @Test
    void an_incident_of_the_script_that_is_still_to_come_begins_on_time_whatever_the_pace() {
        Incident later = new Incident(Kind.BILLING_OUTAGE, "lumo", NOON.plusSeconds(3600), Duration.ofMinutes(10));
        Settings scripted = Settings.demo(7, 60, Played.MONDAY, List.of(later));
        Played played = play(scripted, NOON, traffic -> traffic.pace(60, NOON));
        assertThat(share(played, 30, 59)).isLessThan(0.2);
        assertThat(share(played, 60, 70)).isGreaterThan(0.5);
    }

    @Test
    void after_standing_still_life_goes_on_so_much_later() {
        Duration still = Duration.ofMinutes(7);
        Instant later = NOON.plus(still);
        List<String> usual = happens(after(traffic -> {}), NOON.plusSeconds(60), Duration.ZERO);
        Played played = after(traffic -> traffic.standStill(still));
        assertThat(happens(played, later.plusSeconds(60), still))
                .isEqualTo(usual)
                .hasSizeGreaterThan(1000);
        // What had been played ahead, up to the next arrival, is all there is.
        assertThat(played.events(NOON.plusSeconds(60), later)).isEmpty();
        assertThat(played.deliveries())
                .allMatch(delivery -> delivery.event().getOccurredAt().toEpochMilli() <= delivery.arrivesAt());
    }

    private static Played after(Consumer<Traffic> step) {
        return play(NOON, step);
    }

    private static Played play(Instant from, Consumer<Traffic> step) {
        return play(USUAL, from, step);
    }

    /** What arrives in the two hours after the step. */
    private static Played play(Settings settings, Instant from, Consumer<Traffic> step) {
        Traffic traffic = new Traffic(settings);
        traffic.until(from, delivery -> {});
        step.accept(traffic);
        List<Delivery> deliveries = new ArrayList<>();
        traffic.until(from.plus(Duration.ofHours(2)), deliveries::add);
        return new Played(deliveries);
    }

    private static String hitBy(Kind kind) {
        Traffic traffic = new Traffic(USUAL);
        return traffic.begin(kind, NOON);
    }

    private static Set<String> conversations(Played played, Predicate<CareEvent> which, int from, int to) {
        return played.events(minute(from), minute(to))
                .filter(which)
                .map(CareEvent::getConversationId)
                .collect(Collectors.toSet());
    }

    private static long replies(Played played, String brand, int from, int to) {
        return played.events(brand, minute(from), minute(to))
                .filter(Played::isReplyOfAgent)
                .count();
    }

    private static double openings(Played played, int minutes) {
        return played.events(NOON, minute(minutes))
                .filter(event -> event.getSequence() == 0)
                .count();
    }

    /** Of urgent bills among all labels of the brand that the script hits. */
    private static double share(Played played, int from, int to) {
        List<CareEvent> labels = played.events("lumo", minute(from), minute(to))
                .filter(event -> event.getPayload() instanceof Tagging)
                .toList();
        return labels.stream()
                        .filter(SteeredTrafficTest::isUrgentlyAboutBilling)
                        .count()
                / (double) labels.size();
    }

    private static List<String> happens(Played played, Instant from, Duration earlier) {
        return played.events(from, from.plus(Duration.ofHours(1)))
                .map(event -> event.getEventId() + " " + event.getOccurredAt().minus(earlier))
                .sorted()
                .toList();
    }

    private static boolean isUrgentlyAboutBilling(CareEvent event) {
        return event.getPayload() instanceof Tagging tagging
                && Integer.valueOf(3).equals(tagging.getTier())
                && tagging.getAdded().contains("topic:billing");
    }

    private static boolean isOfInfluencer(CareEvent event) {
        return event.getPayload() instanceof Message message
                && !message.getIsRepost()
                && message.getAuthor().getFollowers() != null
                && message.getAuthor().getFollowers() >= 10_000;
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
