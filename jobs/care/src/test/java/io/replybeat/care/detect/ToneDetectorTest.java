package io.replybeat.care.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToneDetectorTest {

    private static final int FOUR_WEEKS = 4 * Traffic.WEEK;
    private static final double USUAL_SHARE = 0.25;
    private static final double USUAL_SCORE = 0.1;

    private final ToneDetector detector = new ToneDetector(Traffic.BUCKETS);
    private final Traffic traffic = new Traffic(1, 20, 0);
    private final ToneState state = detector.fresh();
    private int bucket;

    @Test
    void more_negatives_in_as_many_messages_are_found_within_three_buckets() {
        fourUsualWeeks();
        assertThat(alertsOf(3, 20, 0.75, USUAL_SCORE))
                .anyMatch(Verdict::isAlert)
                .allMatch(v -> !v.isAlert() || v.measure().contains("negatives"));
    }

    @Test
    void a_lower_mean_score_with_as_many_negatives_is_found_within_three_buckets() {
        fourUsualWeeks();
        List<Verdict> verdicts = alertsOf(3, 20, USUAL_SHARE, -0.5);
        assertThat(verdicts)
                .anyMatch(verdict -> verdict.isAlert() && verdict.measure().equals("mean score"));
        assertThat(verdicts.get(0).reason()).contains("mean score");
    }

    @Test
    void twice_as_many_messages_in_the_same_tone_are_no_matter() {
        fourUsualWeeks();
        assertThat(alertsOf(Traffic.DAY, 40, USUAL_SHARE, USUAL_SCORE).stream()
                        .filter(Verdict::isAlert)
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void nine_messages_within_an_hour_are_too_few_for_a_verdict() {
        fourUsualWeeks();
        bucket += Traffic.DAY;
        Verdict verdict = detector.observe(state, Traffic.start(bucket), 9, 9, -9);
        assertThat(verdict.isAlert()).isFalse();
    }

    @Test
    void a_better_tone_is_no_alert() {
        fourUsualWeeks();
        assertThat(alertsOf(Traffic.HOUR, 20, 0.02, 0.7)).noneMatch(Verdict::isAlert);
    }

    @Test
    void a_crisis_is_not_learnt_as_the_usual_tone() {
        fourUsualWeeks();
        double before =
                detector.observe(state, Traffic.start(bucket++), 20, 5, 2).expected();
        alertsOf(4 * Traffic.HOUR, 40, 0.9, -0.8);
        bucket += Traffic.DAY;
        Verdict after = detector.observe(state, Traffic.start(bucket++), 20, 20, 0);
        assertThat(after.measure()).contains("negatives");
        assertThat(after.expected()).isBetween(0.22, 0.30);
        assertThat(before).isBetween(0.0, 0.30);
    }

    @Test
    void a_year_of_the_same_tone_keeps_to_the_budget() {
        long alerts = 0;
        for (int i = 0; i < 52; i++) {
            alerts += alertsOf(Traffic.WEEK, 20, USUAL_SHARE, USUAL_SCORE).stream()
                    .filter(Verdict::isAlert)
                    .count();
        }
        assertThat(alerts / 52.0).isBetween(0.5, 1.5);
    }

    @Test
    void a_state_that_was_written_and_read_goes_on_as_if_nothing_had_happened() throws IOException {
        fourUsualWeeks();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ToneState.CODEC.write(state, new DataOutputStream(bytes));
        assertThat(bytes.size()).isLessThan(512);
        ToneState read = ToneState.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int i = bucket; i < bucket + Traffic.DAY; i++) {
            int negatives = traffic.successes(20, 0.4);
            assertThat(detector.observe(read, Traffic.start(i), 20, negatives, 0))
                    .isEqualTo(detector.observe(state, Traffic.start(i), 20, negatives, 0));
        }
    }

    @Test
    void numbers_that_contradict_each_other_are_refused() {
        assertThatThrownBy(() -> detector.observe(state, 0, 3, 4, 0)).hasMessageContaining("4 of them negative");
        assertThatThrownBy(() -> detector.observe(state, 0, 3, 1, -4)).hasMessageContaining("-4.0");
    }

    private void fourUsualWeeks() {
        alertsOf(FOUR_WEEKS, 20, USUAL_SHARE, USUAL_SCORE);
    }

    /** The verdicts on so many buckets with about so many messages of this tone. */
    private List<Verdict> alertsOf(int buckets, double messages, double negativeShare, double score) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < buckets; i++) {
            int count = traffic.count(bucket, messages / 20);
            double sum = count * score + 0.4 * Math.sqrt(count) * traffic.gaussian();
            verdicts.add(detector.observe(
                    state,
                    Traffic.start(bucket++),
                    count,
                    traffic.successes(count, negativeShare),
                    Math.max(-count, Math.min(count, sum))));
        }
        return verdicts;
    }
}
