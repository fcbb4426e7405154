package io.replybeat.stream.elastic;

import io.replybeat.stream.document.Document;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Keeps Elasticsearch equal to the documents that flow in: each id holds its newest version, a withdrawn one is gone.
 *
 * <p>At least once, and by id and growing version in effect exactly once: a write repeated after a crash changes nothing,
 * a write delayed from before it loses. An outage is waited out; checkpoints go on meanwhile, with what is undelivered in
 * them. Documents of one id must come from one upstream subtask, so keep the parallelism of the operator before.
 *
 * <p>A document Elasticsearch will never take goes to {@link UndeliverableHandler}; missing rights stop the job with
 * {@link ElasticsearchRefused}.
 */
public final class ElasticsearchSink implements Sink<Document>, SupportsWriterState<Document, WriterState> {

    private final ElasticsearchOptions options;
    private final UndeliverableHandler.Factory undeliverable;
    private final String healthAs;

    public ElasticsearchSink(ElasticsearchOptions options) {
        this(options, UndeliverableHandler::logged);
    }

    public ElasticsearchSink(ElasticsearchOptions options, UndeliverableHandler.Factory undeliverable) {
        this(options, undeliverable, null);
    }

    private ElasticsearchSink(
            ElasticsearchOptions options, UndeliverableHandler.Factory undeliverable, String healthAs) {
        this.options = options;
        this.undeliverable = undeliverable;
        this.healthAs = healthAs;
    }

    /** One that also tells how it is doing, in {@link Health} documents of this name. */
    public ElasticsearchSink withHealth(String name) {
        return new ElasticsearchSink(options, undeliverable, name);
    }

    @Override
    public StatefulSinkWriter<Document, WriterState> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<Document, WriterState> restoreWriter(
            WriterInitContext context, Collection<WriterState> states) {
        Delivery.Surroundings surroundings = new Delivery.Surroundings(
                new BulkTransport(new ElasticsearchClient(options)),
                undeliverable.open(),
                context.getMailboxExecutor(),
                context.getProcessingTimeService(),
                context.metricGroup(),
                new SplittableRandom(context.getTaskInfo().getIndexOfThisSubtask()));
        ElasticsearchWriter writer = new ElasticsearchWriter(options, surroundings, states);
        if (healthAs != null) {
            writer.startHeartbeat(healthAs, context.getTaskInfo().getIndexOfThisSubtask());
        }
        return writer;
    }

    @Override
    public SimpleVersionedSerializer<WriterState> getWriterStateSerializer() {
        return new WriterState.Serializer();
    }

    record BulkTransport(ElasticsearchClient client) implements Delivery.Transport {
        @Override
        public CompletableFuture<ElasticsearchClient.Answer> post(byte[] bulk) {
            return client.send("POST", BulkRequest.PATH, BulkRequest.CONTENT_TYPE, bulk);
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
