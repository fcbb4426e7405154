package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.DemoControls;
import io.replybeat.dashboard.read.ElasticsearchFailure;
import io.replybeat.dashboard.read.SnapshotReader;
import io.replybeat.dashboard.view.View;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Elasticsearch about one view, and keeps the last good answer on its pages while there is none.
 *
 * <p>{@code state} is starting before the first good answer and live after it; {@code stale} says since when and why the
 * numbers are not the present ones, and is null when they are. It never throws.
 */
final class Poller implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final View view;
    private final SnapshotReader reader;
    private final Clock clock;
    private final Feed feed;
    private final DemoControls demo;
    private ObjectNode lastGood;
    private Outage outage;

    Poller(View view, SnapshotReader reader, Clock clock, Feed feed, DemoControls demo) {
        this.view = view;
        this.reader = reader;
        this.clock = clock;
        this.feed = feed;
        this.demo = demo;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        try {
            lastGood = reader.read(view, now);
            recovered();
        } catch (ElasticsearchFailure e) {
            failed(now, e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            failed(now, "Elasticsearch's answer could not be understood", e);
        }
        feed.publish(content(), now);
    }

    private ObjectNode content() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("state", lastGood == null ? "starting" : "live");
        if (outage == null) {
            content.putNull("stale");
        } else {
            content.putObject("stale").put("since", outage.since().toString()).put("problem", outage.problem());
        }
        if (lastGood != null) {
            content.setAll(lastGood);
        }
        content.set("demo", demo == null ? null : DemoJson.of(demo.state()));
        return content;
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
