package io.replybeat.care.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.codec.Bytes;
import io.replybeat.care.metric.Cut;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of an alert: when does it fire, when is it told again, when does it end? */
class IncidentTest {

    private static final long TEN = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long FIVE = 5 * MINUTE;

    private static final Subject ACME = Subject.brand("acme");
    private static final Subject BILLING = new Subject(Cut.TOPIC, "billing");
    private static final Subject X = new Subject(Cut.NETWORK, "x");

    private AlertPolicy policy = policy("{all_clear: 10m, cool_down: 30m}");
    private Incident incident = new Incident();
    private long now = TEN;
    private int reports;

    @Test
    void it_fires_at_the_end_of_the_first_unusual_bucket_and_begins_with_that() {
        Alert fired = look(starts(ACME)).orElseThrow();

        assertThat(fired.change()).isEqualTo(Change.FIRED);
        assertThat(fired.id()).isEqualTo("volume_spike|acme|brand|acme|2026-03-02T10:00:00Z");
        assertThat(fired.firedAt()).isEqualTo(TEN + FIVE);
        assertThat(fired.revision()).isEqualTo(1);
    }

    @Test
    void while_it_goes_on_as_it_was_told_nobody_is_told_again() {
        look(starts(ACME));

        assertThat(look(beyond(ACME))).isEmpty();
        assertThat(look(beyond(ACME))).isEmpty();
    }

    @Test
    void what_grows_far_beyond_what_was_told_or_gets_critical_is_told_again_under_the_same_id() {
        Alert fired = look(starts(ACME)).orElseThrow();
        Alert grown = look(starts(ACME)).orElseThrow();
        Alert critical = look(critical(ACME)).orElseThrow();

        assertThat(List.of(grown, critical)).extracting(Alert::id).containsOnly(fired.id());
        assertThat(List.of(grown, critical)).extracting(Alert::change).containsOnly(Change.UPDATED);
        assertThat(critical.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(critical.revision()).isEqualTo(3);
    }

    @Test
    void it_keeps_its_highest_severity() {
        look(new Sighting(ACME, true, true, false, true, Severity.CRITICAL, 5));

        assertThat(look(starts(ACME)).orElseThrow().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void another_slice_joins_the_alert_instead_of_making_its_own() {
        look(starts(BILLING));
        Alert joined = look(beyond(BILLING), starts(X)).orElseThrow();

        assertThat(joined.subject()).isEqualTo(BILLING);
        assertThat(joined.change()).isEqualTo(Change.UPDATED);
        assertThat(joined.evidence().joined()).containsExactly(X);
    }

    @Test
    void of_several_at_once_the_brand_names_the_alert_then_the_most_unusual_slice() {
        assertThat(look(starts(BILLING), starts(ACME)).orElseThrow().subject()).isEqualTo(ACME);
        incident = new Incident();

        Alert fired = look(starts(BILLING), new Sighting(X, true, true, false, true, Severity.WARNING, 9))
                .orElseThrow();

        assertThat(fired.subject()).isEqualTo(X);
        assertThat(fired.evidence().joined()).containsExactly(BILLING);
    }

    @Test
    void it_ends_when_all_its_slices_were_usual_for_the_all_clear() {
        look(starts(ACME), starts(BILLING));

        assertThat(look(beyond(BILLING))).isEmpty();
        assertThat(look(beyond(BILLING))).isEmpty();
        assertThat(look()).isEmpty();
        Alert over = look().orElseThrow();

        assertThat(over.change()).isEqualTo(Change.RESOLVED);
        assertThat(over.resolvedAt()).isEqualTo(now);
        assertThat(incident.isOver()).isTrue();
    }

    @Test
    void what_flutters_around_its_bound_is_one_alert() {
        look(starts(ACME));
        for (int i = 0; i < 10; i++) {
            assertThat(look()).isEmpty();
            assertThat(look(beyond(ACME))).isEmpty();
        }
    }

    @Test
    void what_only_rose_over_an_hour_is_over_once_the_rise_is_and_what_jumped_once_the_jump_is() {
        Sighting rises = new Sighting(ACME, false, false, true, true, Severity.WARNING, 4);
        look(new Sighting(ACME, true, false, true, true, Severity.WARNING, 5));
        assertThat(look(rises)).isEmpty();
        assertThat(look(rises)).isEmpty();
        assertThat(look(rises)).isEmpty();

        assertThat(look(beyond(ACME))).isEmpty();
        assertThat(look(rises)).isEmpty();
        assertThat(look(rises).orElseThrow().change()).isEqualTo(Change.RESOLVED);
    }

    @Test
    void in_the_cool_down_nothing_new_is_told_and_what_still_goes_on_is_told_after_it() {
        look(starts(ACME));
        look();
        look().orElseThrow();

        assertThat(look(starts(ACME))).isEmpty();
        for (int bucket = 0; bucket < 4; bucket++) {
            assertThat(look(beyond(ACME))).isEmpty();
        }
        Alert fired = look(beyond(ACME)).orElseThrow();

        assertThat(fired.change()).isEqualTo(Change.FIRED);
        assertThat(fired.since()).isEqualTo(TEN + 3 * FIVE);
    }

    @Test
    void what_is_over_before_the_for_duration_is_never_told() {
        policy = policy("{for: 15m, all_clear: 5m}");

        assertThat(look(starts(ACME))).isEmpty();
        assertThat(look(beyond(ACME))).isEmpty();
        assertThat(look()).isEmpty();
        assertThat(incident.isOver()).isTrue();
        assertThat(look(starts(ACME))).isEmpty();
        assertThat(look(beyond(ACME))).isEmpty();
        assertThat(look(beyond(ACME)).orElseThrow().change()).isEqualTo(Change.FIRED);
    }

    @Test
    void what_is_too_little_at_first_is_told_once_it_is_enough() {
        assertThat(look(new Sighting(ACME, true, true, false, false, Severity.WARNING, 5)))
                .isEmpty();

        Alert fired = look(beyond(ACME)).orElseThrow();

        assertThat(fired.since()).isEqualTo(TEN);
        assertThat(fired.firedAt()).isEqualTo(TEN + 2 * FIVE);
    }

    @Test
    void a_mute_calls_nobody_and_what_still_fires_at_its_end_is_told_then() {
        policy = policy("{mute: {until: 2026-03-02T10:12:00Z}}");

        Alert kept = look(starts(ACME)).orElseThrow();
        assertThat(look(beyond(ACME))).isEmpty();
        Alert told = look(beyond(ACME)).orElseThrow();

        assertThat(kept.muted()).isTrue();
        assertThat(told.muted()).isFalse();
        assertThat(told.change()).isEqualTo(Change.FIRED);
        assertThat(told.id()).isEqualTo(kept.id());
    }

    @Test
    void whoever_was_called_before_a_mute_hears_of_the_end_and_whoever_was_not_does_not() {
        policy = policy("{all_clear: 5m, mute: {from: 2026-03-02T10:06:00Z}}");
        look(starts(ACME));
        assertThat(look().orElseThrow().muted()).isFalse();

        incident = new Incident();
        assertThat(look(starts(ACME)).orElseThrow().muted()).isTrue();
        assertThat(look().orElseThrow().muted()).isTrue();
    }

    @Test
    void what_got_worse_in_a_mute_is_told_at_its_end_also_to_whoever_was_called_before() {
        policy = policy("{mute: {from: 2026-03-02T10:06:00Z, until: 2026-03-02T10:12:00Z}}");
        look(starts(ACME));
        assertThat(look(critical(ACME)).orElseThrow().muted()).isTrue();

        Alert told = look(beyond(ACME)).orElseThrow();

        assertThat(told.muted()).isFalse();
        assertThat(told.change()).isEqualTo(Change.UPDATED);
        assertThat(look(beyond(ACME))).isEmpty();
    }

    @Test
    void a_slice_of_which_nothing_is_known_is_neither_usual_nor_unusual() {
        look(starts(ACME));

        for (int bucket = 0; bucket < 5; bucket++) {
            assertThat(look(Sighting.unknown(ACME))).isEmpty();
        }
        assertThat(look(beyond(ACME))).isEmpty();
    }

    @Test
    void an_update_while_its_slice_looks_usual_again_keeps_what_was_told_of_it() {
        policy = policy("{all_clear: 30m}");
        look(starts(ACME), starts(BILLING));
        reports = 0;

        Alert joined = look(beyond(BILLING), starts(X)).orElseThrow();

        assertThat(joined.evidence().joined()).containsExactly(BILLING, X);
        assertThat(reports).isZero();
    }

    @Test
    void a_mute_holds_for_its_rules_and_hours_only() {
        policy = policy("{mute: [{rules: [sentiment_drop]}, {weekly: {tue: [\"00:00-24:00\"]}}]}");

        assertThat(look(starts(ACME)).orElseThrow().muted()).isFalse();
        assertThat(policy.isMuted(Rule.SENTIMENT_DROP, TEN)).isTrue();
        assertThat(policy.isMuted(Rule.VOLUME_SPIKE, TEN + 24 * 60 * MINUTE)).isTrue();
    }

    @Test
    void it_comes_back_from_state_as_it_was() throws IOException {
        List<Alert> whole = story(false);
        List<Alert> restored = story(true);

        assertThat(whole).hasSize(4).isEqualTo(restored);
    }

    private List<Alert> story(boolean restoring) throws IOException {
        incident = new Incident();
        now = TEN;
        List<Alert> told = new ArrayList<>();
        for (Sighting[] sightings :
                new Sighting[][] {{starts(BILLING)}, {starts(X), beyond(BILLING)}, {critical(X)}, {}, {}, {}}) {
            look(sightings).ifPresent(told::add);
            if (restoring) {
                Bytes bytes = new Bytes();
                bytes.append(incident, Incident.IncidentCodec.CODEC);
                incident = Incident.IncidentCodec.CODEC.read(bytes.readAt(0));
            }
        }
        return told;
    }

    private Optional<Alert> look(Sighting... sightings) {
        Incident.Look look = new Incident.Look(Rule.VOLUME_SPIKE, "acme", now, now + FIVE, List.of(sightings), policy);
        now += FIVE;
        return incident.look(look, subject -> {
            reports++;
            return new Report(Measure.counted("messages", 60, 40), "Because.", List.of("m1"), List.of("c1"), List.of());
        });
    }

    private static Sighting starts(Subject subject) {
        return new Sighting(subject, true, true, false, true, Severity.WARNING, 5);
    }

    private static Sighting beyond(Subject subject) {
        return new Sighting(subject, false, true, false, true, Severity.WARNING, 5);
    }

    private static Sighting critical(Subject subject) {
        return new Sighting(subject, false, true, false, true, Severity.CRITICAL, 5);
    }

    private static AlertPolicy policy(String yaml) {
        return Brands.parse("brands: {acme: {alerts: " + yaml + "}}").of("acme").alerts();
    }
}
