package io.replybeat.stream.elastic;

import io.replybeat.care.document.Body;
import io.replybeat.care.document.Fields;
import java.util.Map;

/**
 * How is one subtask of a sink doing now?
 *
 * <p>Written over under its id in the one index {@code replybeat-health}, by the wall clock: it is no result, so {@code
 * backfill} has none and no two runs have the same.
 *
 * @param startedAt when this writer began; the counts go back to here
 * @param at when this was written
 * @param eventTime how far event time has come at the sink, in milliseconds; {@link Fields#NONE} before there is one and after its end
 */
public record Health(String sink, int subtask, long startedAt, long at, long eventTime, Progress progress)
        implements Body {

    /** How the index, its templates and its mapping are named. */
    public static final String WORD = "health";

    /**
     * What became of the documents?
     *
     * @param delivered taken by Elasticsearch
     * @param retried times a document had to be sent again
     * @param rejected documents that Elasticsearch will never take
     * @param pending waiting now, those under way included
     * @param oldestPendingAt since when the first of them waits; {@link Fields#NONE} if none does
     */
    public record Progress(long delivered, long retried, long rejected, int pending, long oldestPendingAt) {}

    public static String index(String prefix) {
        return prefix + "-" + WORD;
    }

    public String id() {
        return sink + "|" + subtask;
    }

    @Override
    public Map<String, Object> fields() {
        return new Fields()
                .put("id", id())
                .put("sink", sink)
                .put("subtask", subtask)
                .putInstant("started_at", startedAt)
                .putInstant("at", at)
                .putInstant("event_time", eventTime)
                .put("delivered", progress.delivered)
                .put("retried", progress.retried)
                .put("rejected", progress.rejected)
                .put("pending", progress.pending)
                .putInstant("oldest_pending_at", progress.oldestPendingAt)
                .build();
    }
}
