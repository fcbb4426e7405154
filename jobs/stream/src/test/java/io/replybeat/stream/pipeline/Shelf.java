package io.replybeat.stream.pipeline;

import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.intake.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Keeps documents as Elasticsearch would: the last write of an id counts, also one from before a crash, or
 * the one of the highest precedence. One shelf a run,
 * found by its name, because the sink that Flink runs is a copy.
 */
final class Shelf implements Outputs, Sink<Document>, AutoCloseable {

    private static final long serialVersionUID = 1;
    private static final Map<String, Map<String, String>> SHELVES = new ConcurrentHashMap<>();

    private static final Map<String, Map<String, Long>> PRECEDENCES = new ConcurrentHashMap<>();

    private final String name;

    Shelf(String name) {
        this.name = name;
        SHELVES.put(name, new ConcurrentHashMap<>());
        PRECEDENCES.put(name, new ConcurrentHashMap<>());
    }

    @Override
    public void documents(DataStream<Document> documents, OperatorIds sink) {
        documents.sinkTo(this).uid(sink.uid()).name(sink.label());
    }

    @Override
    public void deadLetters(DataStream<Rejection> rejected) {
        rejected.sinkTo(new DiscardingSink<>()).uid(OperatorIds.DEAD_LETTERS.uid());
    }

    @Override
    public SinkWriter<Document> createWriter(WriterInitContext context) {
        Map<String, String> shelf = SHELVES.get(name);
        Map<String, Long> precedences = PRECEDENCES.get(name);
        return new SinkWriter<>() {
            @Override
            public void write(Document document, Context context) {
                // Like the index: an id lives in its month.
                String key = document.kind().word() + "/" + document.at() / 2_592_000_000L + "/" + document.id();
                if (precedences.merge(key, document.precedence(), Math::max) > document.precedence()) {
                    return;
                }
                if (document.isWithdrawn()) {
                    shelf.remove(key);
                } else {
                    shelf.put(key, new String(DocumentJson.encode(document.body()), StandardCharsets.UTF_8));
                }
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }

    Map<String, String> all() {
        return new TreeMap<>(SHELVES.get(name));
    }

    Map<String, String> of(Kind kind) {
        return all().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind.word() + "/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    @Override
    public void close() {
        SHELVES.remove(name);
        PRECEDENCES.remove(name);
    }
}
