package io.replybeat.dashboard;

import io.replybeat.dashboard.read.SnapshotReader;
import io.replybeat.dashboard.serve.Feed;
import io.replybeat.dashboard.serve.PageServer;
import io.replybeat.dashboard.serve.Poller;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The live page, served from {@link #start} until {@link #close}.
 *
 * <pre>
 * Elasticsearch ◀── one question a second ── Poller ─▶ Feed ─▶ PageServer ── snapshot or heartbeat ──▶ every open page
 * </pre>
 *
 * <p>It starts whether or not Elasticsearch answers: the page says what it waits for.
 */
public final class LivePage implements AutoCloseable {

    private final ScheduledExecutorService poller;
    private final Feed feed;
    private final PageServer server;

    private LivePage(LivePageConfig config) {
        feed = new Feed(config.clock().instant());
        server = new PageServer(config, feed);
        poller = Executors.newSingleThreadScheduledExecutor(LivePage::daemon);
        Poller task =
                new Poller(new SnapshotReader(config.elasticsearchUrl(), config.indexPrefix()), config.clock(), feed);
        poller.scheduleWithFixedDelay(task, 0, config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws io.replybeat.dashboard.serve.PortTaken when the port is not free; the message names the option */
    public static LivePage start(LivePageConfig config) {
        return new LivePage(config);
    }

    /** Where a browser finds the page, with the port it really has. */
    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        poller.shutdownNow();
        feed.close();
        server.close();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "live-page-poller");
        thread.setDaemon(true);
        return thread;
    }
}
