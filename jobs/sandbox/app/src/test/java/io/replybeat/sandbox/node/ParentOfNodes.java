package io.replybeat.sandbox.node;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts both nodes, says so and waits to be killed. */
final class ParentOfNodes {
    private ParentOfNodes() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        KafkaBroker.start(directory.resolve("kafka"), 0);
        ElasticsearchServer.start(directory.resolve("elasticsearch"), 0);
        System.out.println("started");
        System.in.read();
    }
}
