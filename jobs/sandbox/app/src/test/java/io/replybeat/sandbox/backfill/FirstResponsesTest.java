package io.replybeat.sandbox.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.sandbox.backfill.FirstResponses.Line;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FirstResponsesTest {

    private final FirstResponses responses = new FirstResponses();

    @Test
    void of_an_odd_number_the_median_is_the_middle_value() {
        add("acme", 300, 60, 120);
        assertThat(responses.lines()).containsExactly(new Line("acme", 3, 120, 300));
    }

    @Test
    void of_an_even_number_the_median_lies_between_the_two_in_the_middle() {
        add("acme", 61, 120, 60, 9000);
        assertThat(responses.lines()).containsExactly(new Line("acme", 4, 90.5, 9000));
    }

    @Test
    void the_ninetieth_percentile_is_the_value_at_nine_tenths_of_the_rank_rounded_up() {
        // ceil(0.9 * 10) = 9 and ceil(0.9 * 11) = 10, counted from 1.
        add("ten", LongStream.rangeClosed(1, 10).toArray());
        add("eleven", LongStream.rangeClosed(1, 11).toArray());
        assertThat(responses.lines()).extracting(Line::p90).containsExactly(10L, 9L);
    }

    @Test
    void one_value_is_both() {
        add("acme", 42);
        assertThat(responses.lines()).containsExactly(new Line("acme", 1, 42, 42));
    }

    @Test
    void the_table_names_the_brands_in_order_with_clock_times_and_exact_seconds() {
        add("rail", 3725, 3726);
        add("acme", 60);
        assertThat(responses.render().lines())
                .containsExactly(
                        "brand  responses        median           p90  median seconds     p90 seconds",
                        "acme           1       0:01:00       0:01:00              60              60",
                        "rail           2       1:02:05       1:02:06          3725.5            3726");
    }

    private void add(String brand, long... seconds) {
        for (long value : seconds) {
            responses.add(brand, value);
        }
    }
}
