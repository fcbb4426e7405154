package io.replybeat.stream.elastic;

import io.replybeat.care.document.Body;
import io.replybeat.care.document.Fields;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/**
 * Turns documents into versioned operations and hands them to the {@link Delivery}, without ever holding up a checkpoint.
 *
 * <p>A checkpoint takes a copy of what is undelivered and waits for nothing. The input waits only while the buffer is
 * full, the end of the input until everything is delivered.
 */
final class ElasticsearchWriter implements StatefulSinkWriter<Document, WriterState> {

    private final String prefix;
    private final Duration flushTimeout;
    private final Delivery.Surroundings on;
    private final Delivery delivery;
    private final VersionCounter versions;
    private long eventTime = Fields.NONE;

    ElasticsearchWriter(ElasticsearchOptions options, Delivery.Surroundings on, Collection<WriterState> restored) {
        this.prefix = options.prefix();
        this.flushTimeout = options.bulk().flushTimeout();
        this.on = on;
        this.delivery = new Delivery(options.bulk(), on);
        long last = 0;
        for (WriterState state : restored) {
            last = Math.max(last, state.lastVersion());
            delivery.addAll(state.undelivered());
        }
        this.versions = new VersionCounter(last, on.time().getCurrentProcessingTime());
    }

    /** From now on tells Elasticsearch how it is doing. */
    void startHeartbeat(String sink, int subtask) {
        long startedAt = on.time().getCurrentProcessingTime();
        Supplier<Health> health = () -> new Health(
                sink, subtask, startedAt, on.time().getCurrentProcessingTime(), eventTime, delivery.progress());
        new Heartbeat(prefix, health, on).beat();
    }

    @Override
    public void write(Document document, Context context) throws InterruptedException {
        delivery.add(new Operation(
                IndexName.of(prefix, document.kind(), document.at()),
                document.id(),
                version(document),
                document.isWithdrawn() ? null : DocumentJson.encode(document.body())));
        while (delivery.isFull()) {
            on.mailbox().yield();
        }
    }

    private long version(Document document) {
        long precedence = document.precedence();
        return precedence == Body.LAST_WRITTEN ? versions.next() : precedence;
    }

    /** Event time ends with a bounded input; what stands there then is no instant. */
    @Override
    public void writeWatermark(Watermark watermark) {
        eventTime = watermark.getTimestamp() == Long.MAX_VALUE ? Fields.NONE : watermark.getTimestamp();
    }

    /** Before a checkpoint there is nothing to do, its state holds what is undelivered. */
    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (!endOfInput) {
            return;
        }
        long deadline = Long.MAX_VALUE;
        if (!flushTimeout.isZero()) {
            deadline = on.time().getCurrentProcessingTime() + flushTimeout.toMillis();
            on.time().registerTimer(deadline, wakesTheYieldBelow -> {});
        }
        delivery.drain();
        while (!delivery.isEmpty()) {
            if (on.time().getCurrentProcessingTime() >= deadline) {
                throw new IOException(
                        "at the end of the input " + delivery.undelivered().size()
                                + " documents were still undelivered after " + flushTimeout.toSeconds()
                                + " s (elasticsearch.flush-timeout); last trouble: " + delivery.lastTrouble());
            }
            on.mailbox().yield();
        }
    }

    @Override
    public List<WriterState> snapshotState(long checkpointId) {
        return WriterState.inParts(versions.last(), delivery.undelivered());
    }

    @Override
    public void close() {
        on.undeliverable().close();
        on.transport().close();
    }
}
