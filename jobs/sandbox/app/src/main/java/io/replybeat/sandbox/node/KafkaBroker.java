package io.replybeat.sandbox.node;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Promises a Kafka broker of one node on 127.0.0.1 until closed; topics are made on request only. */
public final class KafkaBroker implements AutoCloseable {
    private final ChildJvm node;
    private final int port;

    private KafkaBroker(ChildJvm node, int port) {
        this.node = node;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it takes requests, about 2 s.
     *
     * @param directory its data and log; a directory that was used before is opened again
     * @param port 0 for any free one
     * @throws CannotStart when it does not come up
     */
    public static KafkaBroker start(Path directory, int port) {
        int listening = Ports.orFree(port);
        List<String> arguments =
                List.of(directory.toString(), Integer.toString(listening), Integer.toString(Ports.orFree(0)));
        return new KafkaBroker(
                ChildJvm.start(
                        "kafka", "kafka-node", "io.replybeat.sandbox.kafka.KafkaNode", "384m", directory, arguments),
                listening);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Completes when the broker has ended, wanted or not. */
    public CompletableFuture<Void> ended() {
        return node.ended();
    }

    @Override
    public void close() {
        node.close();
    }
}
