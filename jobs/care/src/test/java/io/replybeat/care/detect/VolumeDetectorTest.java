package io.replybeat.care.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeDetectorTest {

    private static final int SIX_WEEKS = 6 * Traffic.WEEK;

    private final VolumeDetector detector = new VolumeDetector(Traffic.BUCKETS);

    @Test
    void the_same_buckets_have_the_same_verdicts() {
        int[] counts = counts(3, 20, SIX_WEEKS);
        assertThat(verdicts(counts)).isEqualTo(verdicts(counts));
    }

    @Test
    void a_verdict_depends_on_no_later_bucket() {
        int[] counts = counts(4, 2, Traffic.WEEK);
        int[] otherEnd = counts.clone();
        for (int i = Traffic.WEEK / 2; i < otherEnd.length; i++) {
            otherEnd[i] = 900;
        }
        assertThat(verdicts(otherEnd).subList(0, Traffic.WEEK / 2))
                .isEqualTo(verdicts(counts).subList(0, Traffic.WEEK / 2));
    }

    @Test
    void a_state_that_was_written_and_read_in_the_middle_goes_on_as_if_nothing_had_happened() throws IOException {
        int[] counts = counts(5, 20, SIX_WEEKS);
        List<Verdict> verdicts = new ArrayList<>();
        VolumeState state = detector.fresh();
        for (int i = 0; i < counts.length; i++) {
            if (i % 1000 == 7) {
                state = VolumeState.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes(state))));
            }
            verdicts.add(detector.observe(state, Traffic.start(i), counts[i]));
        }
        assertThat(verdicts).isEqualTo(verdicts(counts));
    }

    @Test
    void a_state_stays_below_two_kilobytes() throws IOException {
        assertThat(bytes(learnt(6, 200))).hasSizeLessThan(2048);
    }

    @Test
    void the_state_of_another_version_is_refused() throws IOException {
        byte[] bytes = bytes(detector.fresh());
        bytes[0] = 9;
        assertThatThrownBy(() -> VolumeState.CODEC.read(new DataInputStream(new ByteArrayInputStream(bytes))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void the_day_and_the_week_are_learnt() {
        Traffic traffic = new Traffic(7, 20, 0.02);
        VolumeState state = learnt(7, 20);
        double error = 0;
        for (int i = SIX_WEEKS; i < SIX_WEEKS + Traffic.WEEK; i++) {
            Verdict verdict = detector.observe(state, Traffic.start(i), traffic.count(i));
            error += Math.abs(verdict.expected() / traffic.expected(i) - 1) / Traffic.WEEK;
        }
        assertThat(error).isLessThan(0.15);
    }

    @Test
    void the_season_stays_at_the_hour_of_the_wall_when_the_clocks_change() {
        VolumeDetector berlin = new VolumeDetector(new Buckets(Buckets.FIVE_MINUTES, ZoneId.of("Europe/Berlin")));
        VolumeState state = berlin.fresh();
        long start = Instant.parse("2026-02-01T23:00:00Z").toEpochMilli();
        long clocksChange = Instant.parse("2026-03-29T01:00:00Z").toEpochMilli();
        for (; start < clocksChange; start += Traffic.BUCKET) {
            berlin.observe(state, start, isOfficeHour(start) ? 40 : 10);
        }
        for (; start < clocksChange + Duration.ofDays(2).toMillis(); start += Traffic.BUCKET) {
            Verdict verdict = berlin.observe(state, start, isOfficeHour(start) ? 40 : 10);
            assertThat(verdict.isAlert())
                    .as(Instant.ofEpochMilli(start).toString())
                    .isFalse();
        }
    }

    private static boolean isOfficeHour(long start) {
        int hour =
                Instant.ofEpochMilli(start).atZone(ZoneId.of("Europe/Berlin")).getHour();
        return hour >= 9 && hour < 17;
    }

    @Test
    void a_jump_alerts_at_once_and_says_why() {
        VolumeState state = learnt(8, 20);
        Verdict verdict = detector.observe(state, Traffic.start(SIX_WEEKS), 90);
        assertThat(verdict.isAlert()).isTrue();
        assertThat(verdict.score()).isBetween(0.5, 1.0);
        assertThat(verdict.expected()).isBetween(verdict.low(), verdict.high());
        assertThat(verdict.threshold()).isBetween(verdict.high(), 90.0);
        assertThat(verdict.reason())
                .startsWith("messages 90.0, expected ")
                .contains("usually", "an alert from", "once in");
    }

    @Test
    void an_incident_that_goes_on_is_told_once_but_stays_unusual() {
        VolumeState state = learnt(9, 20);
        int alerts = 0;
        for (int i = SIX_WEEKS; i < SIX_WEEKS + Traffic.HOUR; i++) {
            Verdict verdict = detector.observe(state, Traffic.start(i), 90);
            assertThat(verdict.isUnusual()).isTrue();
            alerts += verdict.isAlert() ? 1 : 0;
        }
        assertThat(alerts).isBetween(1, 4);
    }

    @Test
    void a_slow_rise_alerts_although_no_bucket_of_it_would() {
        VolumeState state = learnt(10, 20);
        Traffic traffic = new Traffic(10, 20, 0);
        int nineInTheMorning = SIX_WEEKS + 9 * Traffic.HOUR;
        boolean alert = false;
        for (int i = nineInTheMorning; i < nineInTheMorning + 2 * Traffic.HOUR && !alert; i++) {
            int minutes = 5 * (i - nineInTheMorning);
            Verdict verdict = detector.observe(state, Traffic.start(i), traffic.expected(i) * (1 + minutes / 100.0));
            alert = verdict.isAlert();
            assertThat(verdict.value()).isLessThan(verdict.threshold());
        }
        assertThat(alert).isTrue();
    }

    @Test
    void a_spike_is_not_learnt_as_normal() {
        Traffic traffic = new Traffic(11, 20, 0.02);
        VolumeState calm = learnt(11, 20);
        VolumeState hit = learnt(11, 20);
        for (int i = SIX_WEEKS; i < SIX_WEEKS + 3 * Traffic.HOUR; i++) {
            detector.observe(calm, Traffic.start(i), traffic.expected(i));
            detector.observe(hit, Traffic.start(i), 20 * traffic.expected(i));
        }
        int dayAfter = SIX_WEEKS + Traffic.DAY;
        double usual = detector.observe(calm, Traffic.start(dayAfter), 10).expected();
        double afterSpike = detector.observe(hit, Traffic.start(dayAfter), 10).expected();
        assertThat(afterSpike).isCloseTo(usual, within(0.12 * usual));
    }

    @Test
    void who_grows_for_good_is_normal_again_within_a_few_days() {
        Traffic traffic = new Traffic(12, 20, 0.02);
        VolumeState state = learnt(12, 20);
        int alerts = 0;
        for (int i = SIX_WEEKS; i < SIX_WEEKS + Traffic.WEEK; i++) {
            Verdict verdict = detector.observe(state, Traffic.start(i), traffic.count(i, 5));
            alerts += verdict.isAlert() ? 1 : 0;
        }
        Verdict verdict = detector.observe(state, Traffic.start(SIX_WEEKS + Traffic.WEEK), 40);
        assertThat(verdict.expected() / traffic.expected(0)).isBetween(4.0, 6.5);
        assertThat(alerts).isLessThan(12);
    }

    @Test
    void what_is_missing_is_not_zero() {
        VolumeState missing = learnt(13, 20);
        VolumeState silent = learnt(13, 20);
        for (int i = SIX_WEEKS; i < SIX_WEEKS + 3 * Traffic.DAY; i++) {
            detector.observe(silent, Traffic.start(i), 0);
        }
        int after = SIX_WEEKS + 3 * Traffic.DAY;
        double usual =
                detector.observe(learnt(13, 20), Traffic.start(SIX_WEEKS), 10).expected();
        double afterMissing =
                detector.observe(missing, Traffic.start(after), 10).expected();
        double afterSilence = detector.observe(silent, Traffic.start(after), 10).expected();
        // The same hour three days later: a Thursday instead of a Monday, so nearly the same.
        assertThat(afterMissing).isCloseTo(usual, within(0.25 * usual));
        assertThat(afterSilence).isLessThan(0.5 * usual);
    }

    @Test
    void what_came_before_an_outage_is_not_added_to_what_comes_after() {
        VolumeState calm = learnt(15, 20);
        VolumeState pressed = learnt(15, 20);
        Traffic traffic = new Traffic(15, 20, 0);
        for (int i = SIX_WEEKS; i < SIX_WEEKS + Traffic.HOUR; i++) {
            detector.observe(calm, Traffic.start(i), traffic.expected(i));
            detector.observe(pressed, Traffic.start(i), 1.6 * traffic.expected(i));
        }
        long dayAfter = Traffic.start(SIX_WEEKS + Traffic.DAY);
        double usual = detector.observe(calm, dayAfter, 10).rarity();
        assertThat(detector.observe(pressed, dayAfter, 10).rarity()).isCloseTo(usual, within(0.3));
    }

    @Test
    void nothing_is_judged_and_nothing_learnt_without_data() {
        Verdict verdict = detector.missing();
        assertThat(verdict.isAlert()).isFalse();
        assertThat(verdict.isUnusual()).isFalse();
        assertThat(verdict.score()).isZero();
        assertThat(verdict.reason()).contains("no data");
    }

    @Test
    void the_first_day_of_a_new_key_is_quiet() {
        for (double mean : new double[] {0.2, 2, 20, 200}) {
            List<Verdict> verdicts = verdicts(counts(14, mean, Traffic.DAY));
            assertThat(verdicts.stream().filter(Verdict::isAlert).count())
                    .as("mean " + mean)
                    .isLessThanOrEqualTo(3);
        }
    }

    @Test
    void buckets_come_once_each_and_in_order_and_count_something() {
        VolumeState state = detector.fresh();
        detector.observe(state, Traffic.start(5), 1);
        assertThatThrownBy(() -> detector.observe(state, Traffic.start(5), 1)).hasMessageContaining("order of time");
        assertThatThrownBy(() -> detector.observe(state, Traffic.start(4), 1)).hasMessageContaining("order of time");
        assertThatThrownBy(() -> detector.observe(state, Traffic.start(6), -1)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new VolumeDetector(Traffic.BUCKETS, 0)).hasMessageContaining("above 0");
    }

    private VolumeState learnt(long seed, double mean) {
        Traffic traffic = new Traffic(seed, mean, 0.02);
        VolumeState state = detector.fresh();
        for (int i = 0; i < SIX_WEEKS; i++) {
            detector.observe(state, Traffic.start(i), traffic.count(i));
        }
        return state;
    }

    private List<Verdict> verdicts(int[] counts) {
        List<Verdict> verdicts = new ArrayList<>();
        VolumeState state = detector.fresh();
        for (int i = 0; i < counts.length; i++) {
            verdicts.add(detector.observe(state, Traffic.start(i), counts[i]));
        }
        return verdicts;
    }

    private static int[] counts(long seed, double mean, int buckets) {
        Traffic traffic = new Traffic(seed, mean, 0.02);
        int[] counts = new int[buckets];
        for (int i = 0; i < buckets; i++) {
            counts[i] = traffic.count(i);
        }
        return counts;
    }

    private static byte[] bytes(VolumeState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VolumeState.CODEC.write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
