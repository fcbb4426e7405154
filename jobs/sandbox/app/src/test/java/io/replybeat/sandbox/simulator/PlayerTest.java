package io.replybeat.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.sandbox.simulator.Player.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Time passes only while the player sleeps; at the end it is interrupted, as a demo that is stopped. */
    private static final class FakeTicker implements Player.Ticker {
        private final long end;
        private long now;

        FakeTicker(long now, long end) {
            this.now = now;
            this.end = end;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void sleepUntil(long instant) throws InterruptedException {
            assertThat(instant).isGreaterThan(now);
            now = instant;
            if (now >= end) {
                throw new InterruptedException("the demo was stopped");
            }
        }
    }

    private final class Recorder implements Player.Publisher {
        private final List<Delivery> published = new ArrayList<>();
        private int early;
        private int unsafe;
        private long latestMillis;

        @Override
        public void publish(Delivery delivery) {
            published.add(delivery);
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
