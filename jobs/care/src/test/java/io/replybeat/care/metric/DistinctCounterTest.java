package io.replybeat.care.metric;

import static io.replybeat.care.metric.RandomSummaries.bytes;
import static io.replybeat.care.metric.RandomSummaries.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistinctCounterTest {

    private final Random random = new Random(11);

    @Test
    void agrees_with_a_plain_map_through_any_adding_and_taking_away() {
        DistinctCounter counter = new DistinctCounter();
        Map<Long, Long> plain = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            long person = random.nextInt(2_000) - 1_000;
            long n = random.nextInt(5) - 2;
            counter.add(person, n);
            plain.merge(person, n, (a, b) -> a + b == 0 ? null : a + b);
            plain.remove(person, 0L);
        }
        assertThat(counter.size()).isEqualTo(plain.size());
        assertThat(counter.distinct())
                .isEqualTo(plain.values().stream().filter(n -> n > 0).count());
        plain.forEach((person, n) -> assertThat(counter.count(person)).isEqualTo(n));
        assertThat(seen(counter)).isEqualTo(plain);
    }

    @Test
    void a_person_taken_away_first_and_added_later_never_was() {
        DistinctCounter counter = new DistinctCounter();
        counter.add(42, -1);
        assertThat(counter.distinct()).isZero();
        assertThat(counter.isEmpty()).isFalse();
        counter.add(42, 1);
        assertThat(counter.isEmpty()).isTrue();
    }

    @Test
    void a_person_in_two_windows_is_one_person() {
        DistinctCounter monday = of("ann", "ben");
        monday.add(of("ben", "cleo"));
        assertThat(monday.distinct()).isEqualTo(3);
        monday.subtract(of("ann", "ben"));
        assertThat(monday).isEqualTo(of("ben", "cleo"));
    }

    @Test
    void equal_content_gives_equal_bytes_whatever_the_history() {
        List<Long> people = new ArrayList<>();
        for (long i = 0; i < 1_000; i++) {
            people.add(random.nextLong());
        }
        DistinctCounter straight = new DistinctCounter();
        people.forEach(person -> straight.add(person, 1));

        DistinctCounter crooked = new DistinctCounter();
        for (int i = 0; i < 5_000; i++) {
            crooked.add(i, 1);
        }
        Collections.shuffle(people, random);
        people.forEach(person -> crooked.add(person, 1));
        for (int i = 0; i < 5_000; i++) {
            crooked.add(i, -1);
        }

        assertThat(crooked).isEqualTo(straight).hasSameHashCodeAs(straight);
        assertThat(bytes(DistinctCounter.CODEC, crooked)).isEqualTo(bytes(DistinctCounter.CODEC, straight));
        assertThat(read(DistinctCounter.CODEC, bytes(DistinctCounter.CODEC, crooked)))
                .isEqualTo(straight);
    }

    @Test
    void different_counts_are_not_equal() {
        assertThat(of("ann", "ann")).isNotEqualTo(of("ann"));
        assertThat(of("ann")).isNotEqualTo(of("ben"));
    }

    @Test
    void hashes_are_the_same_on_every_machine_and_never_zero() {
        assertThat(MetricHash.of("u1")).isEqualTo(7_185_976_944_083_972_785L);
        assertThat(MetricHash.of("")).isNotZero();
        assertThat(MetricHash.of("x", "7")).isNotEqualTo(MetricHash.of("instagram", "7"));
    }

    @Test
    void a_million_ids_have_a_million_hashes() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 1_000_000; i++) {
            hashes.add(MetricHash.of("user-" + i));
        }
        assertThat(hashes).hasSize(1_000_000);
    }

    private static Map<Long, Long> seen(DistinctCounter counter) {
        Map<Long, Long> seen = new HashMap<>();
        counter.forEach(seen::put);
        return seen;
    }

    private static DistinctCounter of(String... people) {
        DistinctCounter counter = new DistinctCounter();
        for (String person : people) {
            counter.add(MetricHash.of(person), 1);
        }
        return counter;
    }
}
