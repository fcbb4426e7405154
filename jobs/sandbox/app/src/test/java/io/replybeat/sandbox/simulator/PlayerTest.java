package io.replybeat.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.sandbox.simulator.Player.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlayerTest {

    private static final Instant NOW = Played.MONDAY.plus(Duration.ofDays(2));
    private static final Duration LIVE = Duration.ofMinutes(30);

    private final FakeTicker ticker =
            new FakeTicker(NOW.toEpochMilli(), NOW.plus(LIVE).toEpochMilli());
    private final Recorder recorder = new Recorder();
    private final List<Progress> reports = new ArrayList<>();

    @AfterEach
    void the_interruption_ends_here() {
        Thread.interrupted();
    }

    @Test
    void history_comes_at_once_and_then_every_event_when_its_arrival_is_due() {
        Settings settings = Played.quiet(4, 120);
        new Player(new Traffic(settings), recorder, ticker, reports::add).play();
        List<Delivery> expected =
                Played.of(settings, Duration.ofDays(2).plus(LIVE)).deliveries();
        assertThat(recorder.published).isEqualTo(expected.subList(0, recorder.published.size()));
        assertThat(recorder.published.size()).isGreaterThan(expected.size() - 50);
        assertThat(recorder.early).isZero();
        assertThat(recorder.latestMillis).isBetween(1L, 1000L);
    }

    @Test
    void everything_published_is_safe_when_the_player_waits() {
        new Player(new Traffic(Played.quiet(4, 120)), recorder, ticker, reports::add).play();
        assertThat(recorder.unsafe).isZero();
    }

    @Test
    void it_tells_when_history_is_done() {
        Player player = new Player(new Traffic(Played.quiet(4, 120)), recorder, ticker, reports::add);
        player.play();
        assertThat(reports).filteredOn(Progress::live).hasSizeGreaterThanOrEqualTo(1);
        assertThat(reports.get(reports.size() - 1).playedUntil()).isGreaterThanOrEqualTo(NOW.toEpochMilli());
        assertThat(player.published()).isEqualTo(recorder.published.size());
    }

    @Test
    void while_paused_nothing_is_handed_on_and_afterwards_life_goes_on_at_the_present_time() {
        Instant pausedAt = NOW.plus(Duration.ofMinutes(5));
        Instant resumedAt = NOW.plus(Duration.ofMinutes(20));
        Player player = new Player(new Traffic(Played.quiet(4, 120)), recorder, ticker, reports::add);
        ticker.at(pausedAt, () -> player.paused(true));
        ticker.at(resumedAt, () -> player.paused(false));
        player.play();
        assertThat(recorder.publishedBetween(pausedAt, resumedAt)).isEmpty();
        List<Delivery> after = recorder.publishedBetween(resumedAt, NOW.plus(LIVE));
        assertThat(after).hasSizeGreaterThan(500);
        // A few were under way when the pause began; nothing happened during it.
        assertThat(after)
                .filteredOn(delivery -> happened(delivery).isBefore(resumedAt.minusMillis(500)))
                .hasSizeLessThan(60)
                .allMatch(delivery -> happened(delivery).isBefore(pausedAt.plusSeconds(10)));
        assertThat(recorder.early).isZero();
    }

    @Test
    void history_is_played_to_its_end_although_paused() {
        Player player = new Player(new Traffic(Played.quiet(4, 120)), recorder, ticker, reports::add);
        player.paused(true);
        player.play();
        assertThat(recorder.published).hasSizeGreaterThan(100_000);
        assertThat(recorder.publishedBetween(NOW.plusMillis(1), NOW.plus(LIVE))).isEmpty();
    }

    private static Instant happened(Delivery delivery) {
        return delivery.event().getOccurredAt();
    }

    /** Time passes only while the player sleeps; at the end it is interrupted, as a demo that is stopped. */
    private static final class FakeTicker implements Player.Ticker {
        private final long end;
        private final TreeMap<Long, Runnable> due = new TreeMap<>();
        private long now;

        FakeTicker(long now, long end) {
            this.now = now;
            this.end = end;
        }

        void at(Instant instant, Runnable action) {
            due.put(instant.toEpochMilli(), action);
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void sleepUntil(long instant) throws InterruptedException {
            assertThat(instant).isGreaterThan(now);
            now = instant;
            while (!due.isEmpty() && due.firstKey() <= now) {
                due.pollFirstEntry().getValue().run();
            }
            if (now >= end) {
                throw new InterruptedException("the demo was stopped");
            }
        }
    }

    private final class Recorder implements Player.Publisher {
        private final List<Delivery> published = new ArrayList<>();
        private final List<Long> publishedAt = new ArrayList<>();
        private int early;
        private int unsafe;
        private long latestMillis;

        List<Delivery> publishedBetween(Instant from, Instant to) {
            return IntStream.range(0, published.size())
                    .filter(i -> publishedAt.get(i) >= from.toEpochMilli() && publishedAt.get(i) < to.toEpochMilli())
                    .mapToObj(published::get)
                    .toList();
        }

        @Override
        public void publish(Delivery delivery) {
            published.add(delivery);
            publishedAt.add(ticker.now());
            unsafe++;
            if (delivery.arrivesAt() > ticker.now()) {
                early++;
            }
            if (delivery.arrivesAt() > NOW.toEpochMilli()) {
                latestMillis = Math.max(latestMillis, ticker.now() - delivery.arrivesAt());
            }
        }

        @Override
        public void flush() {
            unsafe = 0;
        }

        @Override
        public void close() {}
    }
}
