package io.replybeat.care.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often does the detector cry without a wolf, and how many wolves does it see? On made-up traffic. */
class VolumeBudgetTest {

    private static final double BUDGET_OF_A_YEAR = 52;

    private final VolumeDetector detector = new VolumeDetector(Traffic.BUCKETS);

    @ParameterizedTest
    @CsvSource({
        "0.2, 0",
        "0.2, 0.02",
        "0.2, 0.4",
        "2, 0",
        "2, 0.02",
        "2, 0.4",
        "20, 0",
        "20, 0.02",
        "20, 0.4",
        "200, 0",
        "200, 0.02",
        "200, 0.4"
    })
    void a_year_without_an_incident_has_as_many_alerts_as_the_budget_give_or_take_a_half(
            double mean, double dispersion) {
        Traffic traffic = new Traffic(1, mean, dispersion);
        VolumeState state = detector.fresh();
        int alerts = 0;
        for (int i = 0; i < Traffic.YEAR; i++) {
            alerts +=
                    detector.observe(state, Traffic.start(i), traffic.count(i)).isAlert() ? 1 : 0;
        }
        assertThat(alerts / BUDGET_OF_A_YEAR).isBetween(0.5, 1.5);
    }

    @Test
    void half_an_hour_at_three_times_the_mean_is_found_within_two_buckets() {
        assertThat(found(3, 6, 2)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void two_hours_at_one_and_a_half_times_the_mean_are_found_while_they_last() {
        assertThat(found(1.5, 2 * Traffic.HOUR, 2 * Traffic.HOUR)).isGreaterThanOrEqualTo(0.8);
    }

    /** The share of found incidents, one about every two weeks at hours with about 20 messages a bucket. */
    private double found(double times, int buckets, int within) {
        int incidents = 0;
        int found = 0;
        for (int seed = 0; seed < 6; seed++) {
            Traffic traffic = new Traffic(seed, 20, 0.01);
            VolumeState state = detector.fresh();
            IntPredicate isUsualHour = i -> Math.abs(traffic.expected(i) - 20) < 3;
            int next = 6 * Traffic.WEEK;
            for (int i = 0; i < Traffic.YEAR; i++) {
                if (i >= next && isUsualHour.test(i)) {
                    boolean alert = false;
                    for (int k = 0; k < buckets; k++, i++) {
                        Verdict verdict = detector.observe(state, Traffic.start(i), traffic.count(i, times));
                        alert |= verdict.isAlert() && k < within;
                    }
                    incidents++;
                    found += alert ? 1 : 0;
                    next = i + 2 * Traffic.WEEK + 5 * Traffic.HOUR;
                }
                detector.observe(state, Traffic.start(i), traffic.count(i));
            }
        }
        return (double) found / incidents;
    }
}
