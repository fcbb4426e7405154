package io.replybeat.stream.pipeline;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.intake.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Keeps documents as Elasticsearch would: of an id the last write counts, also one from before a crash, or the one of the
 * highest precedence. One shelf a run, found by its name, because the sinks that Flink runs, side by side, are copies.
 */
final class Shelf implements Outputs, Sink<Document>, AutoCloseable {

    private static final long serialVersionUID = 1;
    private static final Map<String, Map<String, Kept>> SHELVES = new ConcurrentHashMap<>();

    /** @param json null for a document that was withdrawn */
    private record Kept(long precedence, String json) {}

    private final String name;

    Shelf(String name) {
        this.name = name;
        SHELVES.put(name, new ConcurrentHashMap<>());
    }

    @Override
    public void documents(DataStream<Document> documents, OperatorIds sink) {
        documents.sinkTo(this).uid(sink.uid()).name(sink.label());
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {}

    @Override
    public void deadLetters(DataStream<Rejection> rejected) {
        rejected.sinkTo(new DiscardingSink<>()).uid(OperatorIds.DEAD_LETTERS.uid());
    }

    @Override
    public SinkWriter<Document> createWriter(WriterInitContext context) {
        Map<String, Kept> shelf = SHELVES.get(name);
        return new SinkWriter<>() {
            @Override
            public void write(Document document, Context context) {
                // Like the index: an id lives in its month.
                String key = document.kind().word() + "/" + document.at() / 2_592_000_000L + "/" + document.id();
                Kept now = new Kept(document.precedence(), json(document));
                shelf.compute(key, (id, before) -> before != null && before.precedence > now.precedence ? before : now);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }

    private static String json(Document document) {
        return document.isWithdrawn() ? null : new String(DocumentJson.encode(document.body()), StandardCharsets.UTF_8);
    }

    Map<String, String> all() {
        Map<String, String> found = new TreeMap<>();
        SHELVES.get(name).forEach((key, kept) -> {
            if (kept.json != null) {
                found.put(key, kept.json);
            }
        });
        return found;
    }

    @Override
    public void close() {
        SHELVES.remove(name);
    }
}
