package io.replybeat.sandbox.backfill;

import io.replybeat.stream.document.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Merges the sorted runs of a kind into one file of JSON lines, sorted by the bytes of the id; of an id the highest precedence counts, then the newest run. */
final class DocumentMerge {

    private static final Comparator<Run> BY_ID_BEST_FIRST = Comparator.<Run, byte[]>comparing(
                    run -> run.id, Arrays::compareUnsigned)
            .thenComparing(run -> run.precedence, Comparator.reverseOrder())
            .thenComparing(run -> run.name, Comparator.reverseOrder());

    private DocumentMerge() {}

    /** Writes {@code KIND.jsonl} whole or not at all and returns how many documents there are. */
    static long merge(Path runs, Kind kind, Path output, Consumer<byte[]> each) throws IOException {
        Path target = output.resolve(kind.word() + ".jsonl");
        Path partial = output.resolve(kind.word() + ".jsonl.partial");
        long documents = 0;
        PriorityQueue<Run> queue = new PriorityQueue<>(BY_ID_BEST_FIRST);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
            for (Path file : files(runs, kind)) {
                Run run = new Run(file);
                if (run.advance()) {
                    queue.add(run);
                }
            }
            byte[] last = null;
            while (!queue.isEmpty()) {
                Run best = queue.poll();
                if (!Arrays.equals(best.id, last)) {
                    last = best.id;
                    if (best.json.length > 0) {
                        out.write(best.json);
                        out.write('\n');
                        documents++;
                        each.accept(best.json);
                    }
                }
                if (best.advance()) {
                    queue.add(best);
                }
            }
        } finally {
            for (Run open : queue) {
                open.in.close();
            }
        }
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        return documents;
    }

    private static List<Path> files(Path runs, Kind kind) throws IOException {
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind.word() + "."))
                    .toList();
        }
    }

    private static final class Run {
        private final String name;
        private final DataInputStream in;
        private byte[] id;
        private long precedence;
        private byte[] json;

        Run(Path file) throws IOException {
            name = file.getFileName().toString();
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }

        boolean advance() throws IOException {
            int length = in.readInt();
            if (length < 0) {
                in.close();
                return false;
            }
            id = in.readNBytes(length);
            precedence = in.readLong();
            json = in.readNBytes(in.readInt());
            return true;
        }
    }
}
