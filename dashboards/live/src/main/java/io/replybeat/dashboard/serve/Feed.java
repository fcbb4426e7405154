package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnectionCallback;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What do the open pages see? The newest snapshot, pushed to all of them when it changed; a heartbeat when it didn't.
 *
 * <p>A snapshot is whole, so resuming after a lost connection needs no history: whoever connects, for the first time or
 * again with a Last-Event-ID, gets the newest one at once. Ids grow within a run and start with the run's own mark, so an id from
 * before a restart is never mistaken for a present one.
 */
public final class Feed implements ServerSentEventConnectionCallback {

    static final String SNAPSHOT = "snapshot";
    static final String HEARTBEAT = "heartbeat";

    /** Pages leave without this feed's lock: they do so under their connection's lock, which a push takes after ours. */
    private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();

    private final String run;
    private ObjectNode content;
    private long count;
    private Instant at;

    public Feed(Instant startedAt) {
        this.run = Long.toString(startedAt.toEpochMilli(), 36);
        this.content = SnapshotJson.of(null, null);
        this.at = startedAt;
    }

    synchronized void publish(ObjectNode newContent, Instant now) {
        at = now;
        boolean changed = !newContent.equals(content);
        if (changed) {
            content = newContent;
            count++;
        }
        Push push = changed ? snapshot() : heartbeat();
        pages.forEach(page -> page.push(push));
    }

    /** The newest snapshot as the page reads it. {@code at} is when Elasticsearch was asked last, by the server's clock. */
    synchronized Push snapshot() {
        ObjectNode stamped = timed();
        stamped.setAll(content);
        return new Push(SNAPSHOT, id(), stamped.toString());
    }

    private Push heartbeat() {
        return new Push(HEARTBEAT, id(), timed().toString());
    }

    @Override
    public synchronized void connected(ServerSentEventConnection connection, String lastEventId) {
        OpenPage page = new OpenPage(connection, pages::remove);
        pages.add(page);
        connection.addCloseTask(closed -> pages.remove(page));
        page.push(snapshot());
    }

    public void close() {
        pages.forEach(OpenPage::close);
    }

    private String id() {
        return run + "-" + count;
    }

    private ObjectNode timed() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id())
                .put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
