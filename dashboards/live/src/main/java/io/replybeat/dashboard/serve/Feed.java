package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnectionCallback;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What do the open pages of a view see? The newest snapshot, pushed to all of them when it changed; a heartbeat when it didn't.
 *
 * <p>A snapshot is whole, so resuming after a lost connection needs no history: whoever connects, for the first time or
 * again with a Last-Event-ID, gets the newest one at once. Ids grow within a run and start with the run's own mark, so an id from
 * before a restart is never mistaken for a present one.
 */
final class Feed implements ServerSentEventConnectionCallback {

    static final String SNAPSHOT = "snapshot";
    static final String HEARTBEAT = "heartbeat";

    /** A view nobody shows is kept so long: whoever reloads a page finds it warm. */
    private static final int ROUNDS_KEPT = 20;

    /** Pages leave without this feed's lock: they do so under their connection's lock, which a push takes after ours. */
    private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();

    private final CountDownLatch askedOnce = new CountDownLatch(1);
    private final String run;
    private final Duration every;
    private ObjectNode content;
    private long count;
    private Instant at;
    private int roundsAlone;

    Feed(Instant startedAt, Duration every) {
        this.run = Long.toString(startedAt.toEpochMilli(), 36);
        this.every = every;
        this.content = JsonNodeFactory.instance.objectNode().put("state", "starting");
        this.content.putNull("stale");
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
        askedOnce.countDown();
    }

    /** Says that the server is there, and of when its numbers are. */
    synchronized void beat() {
        Push push = heartbeat();
        pages.forEach(page -> page.push(push));
    }

    /** The newest snapshot as the page reads it. {@code at} is when Elasticsearch was asked last, by the server's clock. */
    synchronized Push snapshot() {
        ObjectNode stamped = timed().put("every_seconds", every.toMillis() / 1_000.0);
        stamped.setAll(content);
        return new Push(SNAPSHOT, id(), stamped.toString());
    }

    /** The newest snapshot without its id and time. */
    synchronized ObjectNode content() {
        return content;
    }

    /** Waits until Elasticsearch was asked once, but not for ever. */
    void awaitFirst(Duration atMost) throws InterruptedException {
        askedOnce.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
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

    synchronized void wanted() {
        roundsAlone = 0;
    }

    /** Whether anybody looks, or did a moment ago; asked once a round. */
    synchronized boolean isWanted() {
        roundsAlone = pages.isEmpty() ? roundsAlone + 1 : 0;
        return roundsAlone <= ROUNDS_KEPT;
    }

    void close() {
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
