package io.replybeat.sandbox.demo;

import io.replybeat.dashboard.DemoControls;
import io.replybeat.sandbox.simulator.Incident;
import io.replybeat.sandbox.simulator.Incidents;
import io.replybeat.sandbox.simulator.KafkaPublisher;
import io.replybeat.sandbox.simulator.Player;
import io.replybeat.sandbox.simulator.Settings;
import io.replybeat.sandbox.simulator.Traffic;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Plays simulated traffic into Kafka on a thread of its own: the last days at once, then what happens now. */
final class Play implements AutoCloseable {
    /** The same people and incidents in every demo, moved to the days before it. */
    private static final long SEED = 20_260_304;

    private static final long STOP_WITHIN_MS = 1_000;

    private final Progress progress;
    private final CompletableFuture<Void> live = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Traffic traffic;
    private final Player player;
    private final Thread thread;

    private Play(Traffic traffic, KafkaPublisher publisher, Progress progress) {
        this.progress = progress;
        this.traffic = traffic;
        player = new Player(traffic, publisher, Player.Ticker.wall(), this::report);
        thread = new Thread(() -> play(publisher), "simulator");
        thread.setDaemon(true);
    }

    static Play start(DemoSettings settings, JobOptions options, Progress progress) {
        Instant now = Instant.now();
        Instant start = now.minus(Duration.ofDays(settings.days()));
        List<Incident> incidents = Stream.concat(
                        Incidents.everyWeek(start, now).stream(), Incidents.soonAfter(now).stream())
                .toList();
        Play play = new Play(
                new Traffic(Settings.demo(SEED, settings.eventsPerMinute(), start, incidents)),
                new KafkaPublisher(options.get(Options.KAFKA_BOOTSTRAP_SERVERS), options.get(Options.KAFKA_TOPIC)),
                progress);
        play.thread.start();
        return play;
    }

    DemoControls controls(BooleanSupplier catchingUp) {
        return new Controls(traffic, player, Clock.systemUTC(), catchingUp);
    }

    /** Returns when all that happened before now is in Kafka. */
    void awaitLive() {
        CompletableFuture.anyOf(live, ended).join();
    }

    /** Completes when it plays no more, exceptionally when it had to stop. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(KafkaPublisher publisher) {
        try (publisher) {
            player.play();
            ended.complete(null);
        } catch (RuntimeException failure) {
            ended.completeExceptionally(failure);
        }
    }

    private void report(Player.Progress now) {
        if (now.live() && live.complete(null)) {
            progress.done(
                    "simulator",
                    String.format(
                            Locale.ROOT, "%,d events of history sent; the job works through them", now.published()));
        }
    }
}
