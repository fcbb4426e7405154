package io.replybeat.dashboard.serve;

import io.replybeat.dashboard.DemoControls;
import io.replybeat.dashboard.read.SnapshotReader;
import io.replybeat.dashboard.view.View;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks once for all pages that show the same view: a feed for each view that somebody looks at, none for the others.
 *
 * <p>A view that takes Elasticsearch long is asked for less often: it rests three times as long as the answer took. Pages hear a
 * heartbeat meanwhile, so a slow Elasticsearch is never taken for a lost server.
 */
public final class Feeds implements AutoCloseable {

    /** More different views at once would be more than people; then no new one is opened. */
    private static final int MOST_VIEWS = 64;

    private static final int REST_PER_WORK = 3;
    private static final int THREADS = 3;
    /** Well within the silence after which a page takes its connection for lost. */
    private static final Duration BEAT = Duration.ofSeconds(4);

    private final SnapshotReader reader;
    private final Clock clock;
    private final Duration pollInterval;
    private final DemoControls demo;
    private final Map<View, Feed> feeds = new HashMap<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, Feeds::daemon);

    public Feeds(SnapshotReader reader, Clock clock, Duration pollInterval, DemoControls demo) {
        this.reader = reader;
        this.clock = clock;
        this.pollInterval = pollInterval;
        this.demo = demo;
        threads.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void beat() {
        feeds.values().forEach(Feed::beat);
    }

    /** The feed of a view, which is asked for from now on while somebody looks; empty where there are too many. */
    synchronized Optional<Feed> of(View view) {
        Feed feed = feeds.get(view);
        if (feed == null && feeds.size() < MOST_VIEWS) {
            feed = new Feed(clock.instant(), pollInterval);
            feeds.put(view, feed);
            Poller poller = new Poller(view, reader, clock, feed, demo);
            later(() -> poll(view, poller), 0);
        }
        if (feed != null) {
            feed.wanted();
        }
        return Optional.ofNullable(feed);
    }

    private void poll(View view, Poller poller) {
        long began = System.nanoTime();
        try {
            poller.run();
        } finally {
            // Whatever a poll ended with: a view that is not asked for again would be silent until the server restarts.
            long took = System.nanoTime() - began;
            if (isStillWanted(view)) {
                later(() -> poll(view, poller), Math.max(pollInterval.toNanos(), REST_PER_WORK * took));
            }
        }
    }

    private synchronized boolean isStillWanted(View view) {
        if (feeds.get(view).isWanted()) {
            return true;
        }
        feeds.remove(view);
        return false;
    }

    private void later(Runnable task, long nanos) {
        try {
            threads.schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // The page is being closed: nobody looks any more.
        }
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        feeds.values().forEach(Feed::close);
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "live-page-poller-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
