package io.replybeat.sandbox.backfill;

import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.document.Kind;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Keeps one version of every document in sorted runs on disk, for {@link DocumentMerge} to put together: that of the
 * highest precedence, of equal ones the last.
 *
 * <p>A writer holds up to {@value #MOST_BYTES} bytes of documents in memory, then writes them as one run, sorted by id; a
 * withdrawn document is written as gone, because an older run may have it. Runs are numbered in the order of writing.
 */
final class DocumentRuns implements Sink<Document> {

    private static final long serialVersionUID = 1;
    private static final long MOST_BYTES = 48L << 20;

    private final String directory;
    private final String sink;

    DocumentRuns(Path directory, String sink) {
        this.directory = directory.toString();
        this.sink = sink;
    }

    @Override
    public SinkWriter<Document> createWriter(WriterInitContext context) {
        return new Writer(Path.of(directory), sink + "-" + context.getTaskInfo().getIndexOfThisSubtask());
    }

    private record Kept(long precedence, byte[] json) {}

    private static final class Writer implements SinkWriter<Document> {
        private static final byte[] GONE = {};

        private final Path directory;
        private final String name;
        private final Map<Kind, TreeMap<byte[], Kept>> documents = new EnumMap<>(Kind.class);
        private long held;
        private int runs;

        Writer(Path directory, String name) {
            this.directory = directory;
            this.name = name;
        }

        @Override
        public void write(Document document, Context context) throws IOException {
            byte[] id = document.id().getBytes(StandardCharsets.UTF_8);
            TreeMap<byte[], Kept> kept =
                    documents.computeIfAbsent(document.kind(), kind -> new TreeMap<>(Arrays::compareUnsigned));
            long precedence = document.precedence();
            Kept before = kept.get(id);
            if (before != null && before.precedence > precedence) {
                return;
            }
            byte[] json = document.isWithdrawn() ? GONE : DocumentJson.encode(document.body());
            kept.put(id, new Kept(precedence, json));
            held += json.length - (before == null ? -id.length - 100 : before.json.length);
            if (held > MOST_BYTES) {
                writeRuns();
            }
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (endOfInput) {
                writeRuns();
            }
        }

        @Override
        public void close() {}

        private void writeRuns() throws IOException {
            for (Map.Entry<Kind, TreeMap<byte[], Kept>> kind : documents.entrySet()) {
                Path run = directory.resolve(
                        "%s.%s.%06d.run".formatted(kind.getKey().word(), name, runs));
                try (DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 16))) {
                    for (Map.Entry<byte[], Kept> document : kind.getValue().entrySet()) {
                        out.writeInt(document.getKey().length);
                        out.write(document.getKey());
                        out.writeLong(document.getValue().precedence);
                        out.writeInt(document.getValue().json.length);
                        out.write(document.getValue().json);
                    }
                    out.writeInt(-1);
                }
            }
            documents.clear();
            held = 0;
            runs++;
        }
    }
}
