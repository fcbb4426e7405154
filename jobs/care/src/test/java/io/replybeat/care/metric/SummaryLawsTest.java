package io.replybeat.care.metric;

import static io.replybeat.care.metric.RandomSummaries.bytes;
import static io.replybeat.care.metric.RandomSummaries.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.fact.Durations;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Windows correct themselves by adding and subtracting; these laws are what makes the result independent of the way there. */
class SummaryLawsTest {

    private static final int ROUNDS = 500;

    private final RandomSummaries draw = new RandomSummaries(2026);

    @Test
    void the_empty_summary_changes_nothing() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = draw.summary();
            assertSame(sum(a, new Summary()), a);
            assertSame(sum(new Summary(), a), a);
        }
    }

    @Test
    void the_order_of_two_does_not_matter() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = draw.summary();
            Summary b = draw.summary();
            assertSame(sum(a, b), sum(b, a));
        }
    }

    @Test
    void how_three_are_bracketed_does_not_matter() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = draw.summary();
            Summary b = draw.summary();
            Summary c = draw.summary();
            assertSame(sum(sum(a, b), c), sum(a, sum(b, c)));
        }
    }

    @Test
    void what_was_added_and_taken_out_again_leaves_no_trace() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = draw.summary();
            Summary b = draw.summary();
            Summary back = sum(a, b);
            back.subtract(b);
            assertSame(back, a);
        }
    }

    @Test
    void a_summary_less_itself_is_empty() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = draw.summary();
            a.subtract(a.copy());
            assertThat(a.isEmpty()).isTrue();
            assertSame(a, new Summary());
        }
    }

    @Test
    void adding_a_summary_to_itself_doubles_it() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = draw.summary();
            Summary twice = sum(a, a.copy());
            a.add(a);
            assertSame(a, twice);
        }
    }

    @Test
    void events_give_the_same_summary_in_any_order_and_split_anywhere() {
        for (int i = 0; i < ROUNDS; i++) {
            List<Consumer<Summary>> events = draw.changes(60);
            Summary whole = new Summary();
            events.forEach(event -> event.accept(whole));

            Collections.shuffle(events, draw.random());
            Summary left = new Summary();
            Summary right = new Summary();
            int split = draw.random().nextInt(events.size());
            events.subList(0, split).forEach(event -> event.accept(left));
            events.subList(split, events.size()).forEach(event -> event.accept(right));

            assertSame(sum(left, right), whole);
        }
    }

    @Test
    void what_is_written_is_read_again() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = draw.summary();
            a.setDistinctCustomers(draw.random().nextInt(3) - 1);
            assertSame(read(Summary.CODEC, bytes(a)), a);
        }
    }

    @Test
    void a_copy_goes_its_own_way() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = draw.summary();
            byte[] before = bytes(a);
            Summary copy = a.copy();
            draw.changes(20).forEach(change -> change.accept(copy));
            assertThat(bytes(a)).isEqualTo(before);
        }
    }

    @Test
    void adding_leaves_the_added_one_alone_for_ever() {
        for (int i = 0; i < ROUNDS; i++) {
            Summary a = new Summary();
            Summary b = draw.summary();
            byte[] before = bytes(b);
            a.add(b);
            draw.changes(20).forEach(change -> change.accept(a));
            assertThat(bytes(b)).isEqualTo(before);
        }
    }

    @Test
    void a_duration_corrected_by_a_second_keeps_its_sum_though_its_bucket_stays() {
        Summary correction = new Summary();
        correction.time(Timing.REPLY_WAIT, new Durations(100_001, 0, 0, true), 1);
        correction.time(Timing.REPLY_WAIT, new Durations(100_000, 0, 0, true), -1);

        assertThat(correction.isEmpty()).isFalse();
        Summary back = read(Summary.CODEC, bytes(correction));
        assertThat(back.sketch(Timing.REPLY_WAIT, ClockKind.CALENDAR).sum()).isEqualTo(1);
        assertThat(back.sketch(Timing.REPLY_WAIT, ClockKind.CALENDAR).count()).isZero();
    }

    @Test
    void customers_counted_elsewhere_are_known_for_one_window_and_not_for_two() {
        Summary first = new Summary();
        first.customer(MetricHash.of("ann"), 1);
        first.customer(MetricHash.of("ben"), 1);
        assertThat(first.distinctCustomers()).isEqualTo(2);

        DistinctCounter people = first.takeCustomers();
        assertThat(first.distinctCustomers()).isZero();
        first.setDistinctCustomers(people.distinct());
        assertThat(first.distinctCustomers()).isEqualTo(2);

        Summary second = new Summary();
        second.setDistinctCustomers(1);
        assertThat(sum(first, new Summary()).distinctCustomers()).isEqualTo(2);
        assertThat(sum(first, second).distinctCustomers()).isEqualTo(Summary.UNKNOWN);
        assertThat(sum(sum(first, second), second).distinctCustomers()).isEqualTo(Summary.UNKNOWN);
    }

    @Test
    void the_difference_one_message_makes_takes_a_handful_of_bytes() {
        Summary message = new Summary();
        message.count(Counter.MESSAGES_IN_PUBLIC, 1);
        assertThat(bytes(message)).hasSize(7);
    }

    @Test
    void bytes_of_another_version_are_refused() {
        byte[] bytes = bytes(draw.summary());
        bytes[0] = 9;
        assertThatThrownBy(() -> read(Summary.CODEC, bytes)).hasMessageContaining("version 9");
    }

    @Test
    void there_is_a_bit_for_every_counter_and_sketch() {
        assertThat(Counter.values()).hasSizeLessThanOrEqualTo(Counter.LIMIT);
        assertThat(Timing.values().length * ClockKind.values().length).isLessThan(Long.SIZE);
    }

    private static Summary sum(Summary a, Summary b) {
        Summary sum = a.copy();
        sum.add(b);
        return sum;
    }

    private static void assertSame(Summary actual, Summary expected) {
        assertThat(actual).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(bytes(actual)).isEqualTo(bytes(expected));
    }
}
