package io.replybeat.stream.setup;

import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.StubServer;
import java.nio.charset.StandardCharsets;

/** Somebody who changes things in Elasticsearch by hand. */
final class ElasticsearchOperator implements AutoCloseable {

    private final ElasticsearchClient client;

    ElasticsearchOperator(StubServer server) {
        client = new ElasticsearchClient(ElasticsearchOptions.at(server.url()));
    }

    void put(String path, String json) {
        client.send("PUT", path, "application/json", json.getBytes(StandardCharsets.UTF_8))
                .join();
    }

    @Override
    public void close() {
        client.close();
    }
}
