package io.replybeat.stream.elastic;

import io.replybeat.care.document.Body;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.manual.ManualMailbox;
import io.replybeat.stream.manual.ManualTime;
import io.replybeat.stream.manual.RecordingMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** A writer with everything around it in the test's hands. */
final class WriterBench {

    static final long MARCH = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    static final String INDEX = "replybeat-windows-2026.03";

    final Network network;
    final ManualTime time;
    final ManualMailbox mailbox = new ManualMailbox();
    final RecordingMetrics metrics = new RecordingMetrics();
    final List<Undeliverable> deadLetters = new ArrayList<>();
    CompletableFuture<Void> deadLetterWritten = CompletableFuture.completedFuture(null);
    final ElasticsearchWriter writer;

    WriterBench(ElasticsearchOptions.Bulk bulk, FakeIndices indices, long now, Collection<WriterState> restored) {
        this(bulk, indices, now, restored, null);
    }

    /** @param transport null for a {@link Network} */
    WriterBench(
            ElasticsearchOptions.Bulk bulk,
            FakeIndices indices,
            long now,
            Collection<WriterState> restored,
            Delivery.Transport transport) {
        network = new Network(indices);
        time = new ManualTime(now);
        writer = new ElasticsearchWriter(
                ElasticsearchOptions.at("http://localhost:9200").withBulk(bulk),
                new Delivery.Surroundings(
                        transport == null ? network : transport,
                        document -> {
                            deadLetters.add(document);
                            return deadLetterWritten;
                        },
                        mailbox,
                        time,
                        metrics,
                        new SplittableRandom(7)),
                restored);
    }

    static WriterBench fresh(ElasticsearchOptions.Bulk bulk) {
        return new WriterBench(bulk, new FakeIndices(), MARCH, List.of());
    }

    static WriterBench fresh() {
        return fresh(ElasticsearchOptions.Bulk.DEFAULT);
    }

    void write(String id, int value) throws Exception {
        writer.write(document(id, value), null);
    }

    /** A version that stands against those of a lower precedence, whoever writes it and whenever. */
    void write(String id, int value, long precedence) throws Exception {
        writer.write(new Document(Kind.WINDOWS, id, MARCH, new Ranked(fields(id, value), precedence)), null);
    }

    private record Ranked(Map<String, Object> fields, long precedence) implements Body {}

    void withdraw(String id) throws Exception {
        writer.write(Document.withdrawn(Kind.WINDOWS, id, MARCH), null);
    }

    static Document document(String id, int value) {
        return new Document(Kind.WINDOWS, id, MARCH, () -> fields(id, value));
    }

    private static Map<String, Object> fields(String id, int value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("value", value);
        return fields;
    }

    static String json(String id, int value) {
        return "{\"id\":\"" + id + "\",\"value\":" + value + "}";
    }

    /** The linger is over. */
    void linger() throws Exception {
        time.advance(200);
    }

    /** The only request under way arrives and its answer is read. */
    void delivers() throws Exception {
        network.only().arrives();
        mailbox.runAll();
    }

    /** What a restored writer would find. */
    List<WriterState> checkpoint() throws Exception {
        WriterState.Serializer serializer = new WriterState.Serializer();
        List<WriterState> restored = new ArrayList<>();
        for (WriterState state : writer.snapshotState(1)) {
            restored.add(serializer.deserialize(serializer.getVersion(), serializer.serialize(state)));
        }
        return restored;
    }

    List<Operation> undelivered() throws Exception {
        return checkpoint().stream()
                .flatMap(state -> state.undelivered().stream())
                .toList();
    }

    Map<String, String> found() {
        return network.indices.found();
    }
}
