package io.replybeat.dashboard;

import io.replybeat.dashboard.read.Details;
import io.replybeat.dashboard.read.Elasticsearch;
import io.replybeat.dashboard.read.SnapshotReader;
import io.replybeat.dashboard.serve.Feeds;
import io.replybeat.dashboard.serve.PageServer;
import java.net.URI;

/**
 * The live page, served from {@link #start} until {@link #close}.
 *
 * <pre>
 * Elasticsearch ◀── one question a second and view ── Feeds ─▶ PageServer ── snapshot or heartbeat ──▶ every open page
 *                ◀── what lies behind a number ────── Details ─▶            ── answer ──▶ the page that asks
 * </pre>
 *
 * <p>It starts whether or not Elasticsearch answers: the page says what it waits for.
 */
public final class LivePage implements AutoCloseable {

    private final Feeds feeds;
    private final PageServer server;

    private LivePage(LivePageConfig config) {
        Elasticsearch elasticsearch = new Elasticsearch(config.elasticsearch());
        feeds = new Feeds(
                new SnapshotReader(elasticsearch, config.indexPrefix()),
                config.clock(),
                config.pollInterval(),
                config.demo());
        server = new PageServer(config, feeds, new Details(elasticsearch, config.indexPrefix()));
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
        feeds.close();
        server.close();
    }
}
