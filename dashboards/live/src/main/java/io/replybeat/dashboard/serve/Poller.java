package io.replybeat.dashboard.serve;

import io.replybeat.dashboard.read.ElasticsearchFailure;
import io.replybeat.dashboard.read.Snapshot;
import io.replybeat.dashboard.read.SnapshotReader;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Elasticsearch once for all pages, and keeps the last good answer on them while it doesn't answer.
 *
 * <p>It never throws: a schedule whose task throws once is silently never run again.
 */
public final class Poller implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final SnapshotReader reader;
    private final Clock clock;
    private final Feed feed;
    private Snapshot lastGood;
    private Outage outage;

    public Poller(SnapshotReader reader, Clock clock, Feed feed) {
        this.reader = reader;
        this.clock = clock;
        this.feed = feed;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        try {
            lastGood = reader.read(now);
            recovered();
        } catch (ElasticsearchFailure e) {
            failed(now, e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            failed(now, "Elasticsearch's answer could not be understood", e);
        }
        feed.publish(SnapshotJson.of(lastGood, outage), now);
    }

    private void recovered() {
        if (outage != null) {
            LOG.info("Elasticsearch answers again; the page was stale since {}", outage.since());
        }
        outage = null;
    }

    /** One line a change of state, not one a second. */
    private void failed(Instant now, String problem, Exception cause) {
        if (outage == null || !outage.problem().equals(problem)) {
            LOG.warn("{}; the page keeps the last good data", problem, cause);
        }
        outage = new Outage(outage == null ? now : outage.since(), problem);
    }
}
