package io.replybeat.bench;

import io.replybeat.sandbox.node.KafkaBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Promises a real broker in a process of its own, of which nothing is left once closed. */
record TemporaryBroker(Path directory, KafkaBroker broker) implements AutoCloseable {

    static TemporaryBroker start() throws IOException {
        Path directory = Files.createTempDirectory("replybeat-bench-");
        return new TemporaryBroker(directory, KafkaBroker.start(directory, 0));
    }

    String servers() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() throws IOException {
        broker.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
