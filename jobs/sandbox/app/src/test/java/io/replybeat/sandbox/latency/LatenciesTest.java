package io.replybeat.sandbox.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.sandbox.latency.Latencies.Shown;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void a_probe_is_on_the_page_with_the_first_number_that_counts_it() {
        // Three customers waited before; the probes enter at 10, 12 and 14 s.
        Latencies latencies = Latencies.of(
                3, entered(10, 12, 14), List.of(shown(9, 3), shown(11, 4), shown(13, 4), shown(15, 6), shown(16, 6)));
        assertThat(latencies.sorted()).containsExactly(seconds(1), seconds(1), seconds(3));
        assertThat(latencies.missing()).isZero();
    }

    @Test
    void a_number_that_falls_again_takes_nothing_back() {
        Latencies latencies = Latencies.of(0, entered(10, 12), List.of(shown(11, 1), shown(13, 0), shown(14, 2)));
        assertThat(latencies.sorted()).containsExactly(seconds(1), seconds(2));
    }

    @Test
    void a_probe_that_never_came_is_missing_and_no_promise_is_kept() {
        Latencies latencies = Latencies.of(0, entered(10, 12), List.of(shown(11, 1)));
        assertThat(latencies.missing()).isEqualTo(1);
        assertThat(latencies.kept()).isFalse();
        assertThat(Latencies.of(0, List.of(), List.of()).kept()).isFalse();
    }

    @Test
    void a_percentile_is_the_smallest_that_so_many_did_not_exceed() {
        Latencies hundred = new Latencies(
                LongStream.rangeClosed(1, 100).mapToObj(LatenciesTest::seconds).toList(), 0);
        assertThat(hundred.within(0.5)).isEqualTo(seconds(50));
        assertThat(hundred.within(0.95)).isEqualTo(seconds(95));
        assertThat(hundred.within(1)).isEqualTo(seconds(100));
        assertThat(new Latencies(List.of(seconds(7)), 0).within(0.5)).isEqualTo(seconds(7));
    }

    @Test
    void kept_is_a_median_of_2_s_and_a_95th_percentile_of_4_s() {
        Latencies justKept = twenty(10, seconds(2), 9, seconds(4), 1, seconds(60));
        assertThat(justKept.kept()).isTrue();
        assertThat(twenty(9, seconds(2), 10, seconds(4), 1, seconds(60)).kept()).isFalse();
        assertThat(twenty(10, seconds(2), 8, seconds(4), 2, seconds(60)).kept()).isFalse();
    }

    private static Latencies twenty(int a, Duration fast, int b, Duration slow, int c, Duration slowest) {
        assertThat(a + b + c).isEqualTo(20);
        return new Latencies(
                List.of(Collections.nCopies(a, fast), Collections.nCopies(b, slow), Collections.nCopies(c, slowest))
                        .stream()
                        .flatMap(List::stream)
                        .toList(),
                0);
    }

    private static List<Long> entered(long... seconds) {
        return LongStream.of(seconds).mapToObj(second -> second * SECOND).toList();
    }

    private static Shown shown(long second, long waiting) {
        return new Shown(second * SECOND, waiting);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
