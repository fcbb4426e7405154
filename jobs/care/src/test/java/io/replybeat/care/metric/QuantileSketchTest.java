package io.replybeat.care.metric;

import static io.replybeat.care.metric.RandomSummaries.bytes;
import static io.replybeat.care.metric.RandomSummaries.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantileSketchTest {

    private static final double[] SHARES = {0, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1};
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 366 * DAY;

    private final Random random = new Random(7);

    @Test
    void quantiles_of_log_normal_waits_are_within_one_percent() {
        assertQuantiles(20_000, () -> (long) Math.exp(7 + 1.8 * random.nextGaussian()));
    }

    @Test
    void quantiles_of_a_constant_are_within_one_percent() {
        assertQuantiles(500, () -> 86_399);
    }

    @Test
    void quantiles_of_bots_and_people_together_are_within_one_percent() {
        assertQuantiles(10_000, () -> random.nextBoolean() ? random.nextInt(20) : 6 * HOUR + random.nextInt(7_000));
    }

    @Test
    void quantiles_of_values_up_to_ten_years_are_within_one_percent() {
        assertQuantiles(20_000, () -> (long) (random.nextDouble() * 10 * YEAR));
    }

    @Test
    void quantiles_of_a_few_values_are_within_one_percent() {
        for (int n = 1; n <= 30; n++) {
            assertQuantiles(n, () -> (long) Math.exp(random.nextDouble() * Math.log(10 * YEAR)));
        }
    }

    @Test
    void every_value_is_within_one_percent_of_what_stands_for_its_bucket() {
        for (long value = 0; value < 10 * YEAR; value += 1 + value / 1_000) {
            long middle = LogBuckets.middle(LogBuckets.of(value));
            assertThat((double) Math.abs(middle - value)).isLessThanOrEqualTo(value / 256.0);
            assertThat(LogBuckets.of(middle)).isEqualTo(LogBuckets.of(value));
        }
        assertThat(LogBuckets.of(LogBuckets.LARGEST)).isEqualTo(LogBuckets.COUNT - 1);
        assertThat(LogBuckets.of(Long.MAX_VALUE)).isEqualTo(LogBuckets.COUNT - 1);
    }

    @Test
    void buckets_ascend_without_gap() {
        for (long value = 1; value < 100_000; value++) {
            assertThat(LogBuckets.of(value) - LogBuckets.of(value - 1)).isBetween(0, 1);
        }
    }

    @Test
    void below_256_seconds_quantiles_are_exact() {
        for (long value = 0; value < 256; value++) {
            assertThat(of(value).quantile(0.5)).isEqualTo(value);
        }
    }

    @Test
    void the_median_of_an_even_number_of_values_is_the_lower_one_in_the_middle() {
        assertThat(of(10, 20, 30, 40).quantile(0.5)).isEqualTo(20);
        assertThat(of(10, 20, 30).quantile(0.5)).isEqualTo(20);
        assertThat(of(10, 20).quantile(0.9)).isEqualTo(20);
    }

    @Test
    void a_rank_that_is_whole_is_not_pushed_up_by_rounding() {
        QuantileSketch sketch = of(LongStream.rangeClosed(1, 100).toArray());
        for (int percent = 1; percent <= 100; percent++) {
            assertThat(sketch.quantile(percent / 100.0)).isEqualTo(percent);
        }
    }

    @Test
    void an_empty_sketch_has_no_quantile() {
        assertThatThrownBy(() -> new QuantileSketch().quantile(0.5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_negative_duration_is_refused() {
        assertThatThrownBy(() -> of(-1)).hasMessageContaining("-1 s");
    }

    @Test
    void bands_hold_their_lower_bound_and_add_up_to_the_count() {
        QuantileSketch sketch = of(0, 59, 60, 61, 119, 3_600, 100_000);
        assertThat(sketch.histogram(60, 120, 3_000)).containsExactly(2, 3, 0, 2);
        assertThat(new QuantileSketch().histogram(60)).containsExactly(0, 0);
    }

    @Test
    void bands_up_to_eight_hours_are_counted_to_the_second() {
        for (long bound : new long[] {60, 300, 900, 1_800, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR}) {
            assertThat(of(bound - 1, bound).histogram(bound)).containsExactly(1, 1);
        }
    }

    @Test
    void taking_values_out_again_leaves_the_bytes_of_those_that_stay() {
        for (int round = 0; round < 200; round++) {
            long[] stay = random.longs(20, 0, YEAR).toArray();
            long[] leave = random.longs(20, 0, YEAR).toArray();
            QuantileSketch sketch = of(stay);
            sketch.add(of(leave));
            for (long value : leave) {
                sketch.add(value, -1);
            }
            assertThat(bytes(QuantileSketch.CODEC, sketch)).isEqualTo(bytes(QuantileSketch.CODEC, of(stay)));
        }
    }

    @Test
    void a_sketch_that_is_read_goes_on_where_the_written_one_stopped() {
        QuantileSketch sketch = of(random.longs(100, 0, YEAR).toArray());
        QuantileSketch read = read(QuantileSketch.CODEC, bytes(QuantileSketch.CODEC, sketch));
        assertThat(read).isEqualTo(sketch);
        assertThat(read.count()).isEqualTo(100);
        read.add(5, 1);
        sketch.add(5, 1);
        assertThat(read).isEqualTo(sketch);
    }

    @Test
    void a_thousand_log_normal_waits_take_little_more_than_a_byte_each() {
        QuantileSketch sketch = new QuantileSketch();
        for (int i = 0; i < 1_000; i++) {
            sketch.add((long) Math.exp(7 + 1.2 * random.nextGaussian()), 1);
        }
        assertThat(bytes(QuantileSketch.CODEC, sketch)).hasSizeLessThan(1_200);
    }

    private void assertQuantiles(int n, LongSupplier values) {
        long[] sorted = LongStream.generate(values).limit(n).sorted().toArray();
        QuantileSketch sketch = of(sorted);
        assertThat(sketch.count()).isEqualTo(n);
        assertThat(sketch.sum()).isEqualTo(Arrays.stream(sorted).sum());
        for (double share : SHARES) {
            long exact = sorted[(int) Math.max(0, Math.ceil(share * n - 1e-9) - 1)];
            assertThat((double) sketch.quantile(share)).isCloseTo(exact, within(0.01 * exact));
        }
    }

    private static QuantileSketch of(long... values) {
        QuantileSketch sketch = new QuantileSketch();
        for (long value : values) {
            sketch.add(value, 1);
        }
        return sketch;
    }
}
