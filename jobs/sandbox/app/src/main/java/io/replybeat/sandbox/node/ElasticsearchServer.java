package io.replybeat.sandbox.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Promises an Elasticsearch of one node on 127.0.0.1 until closed. */
public final class ElasticsearchServer implements AutoCloseable {
    private final ChildJvm node;
    private final int port;

    private ElasticsearchServer(ChildJvm node, int port) {
        this.node = node;
        this.port = port;
    }

    /**
     * Starts a node and waits until it answers requests, about 3 s.
     *
     * @param directory its data and log; a directory that was used before is opened again
     * @param port of HTTP, 0 for any free one
     * @throws CannotStart when it does not come up
     */
    public static ElasticsearchServer start(Path directory, int port) {
        int listening = Ports.orFree(port);
        List<String> arguments = List.of(
                Home.module("elasticsearch-node").resolve("target/home").toString(),
                directory.toString(),
                Integer.toString(listening),
                Integer.toString(Ports.orFree(0)));
        return new ElasticsearchServer(
                ChildJvm.start(
                        "elasticsearch",
                        "elasticsearch-node",
                        "io.replybeat.sandbox.elasticsearch.ElasticsearchNode",
                        "1g",
                        directory,
                        arguments),
                listening);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** Completes when the node has ended, wanted or not. */
    public CompletableFuture<Void> ended() {
        return node.ended();
    }

    @Override
    public void close() {
        node.close();
    }
}
