package io.replybeat.stream.acknowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletionException;

/** One question to Elasticsearch and one of the answers that make sense to it; any other is told in words. */
final class Requests implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Reply(int status, JsonNode json) {}

    private final ElasticsearchOptions options;
    private final ElasticsearchClient client;

    Requests(ElasticsearchOptions options) {
        this.options = options;
        this.client = new ElasticsearchClient(options);
    }

    /**
     * @param body null for a request without one
     * @param expected statuses the caller knows what to do with
     * @throws IllegalStateException if there is no answer or another one
     */
    Reply send(String method, String path, byte[] body, int... expected) {
        try {
            Answer answer = client.send(method, path, "application/json", body).join();
            if (Arrays.stream(expected).noneMatch(status -> status == answer.status())) {
                throw new IllegalStateException("Elasticsearch at " + options.url() + " answers " + answer.status()
                        + " to " + method + " " + path + ": " + answer.text());
            }
            return new Reply(answer.status(), JSON.readTree(answer.body()));
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "No Elasticsearch answers at " + options.url()
                            + ". Start it, or set elasticsearch.url to where it is.",
                    e.getCause());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Elasticsearch at " + options.url() + " answers no JSON. Check elasticsearch.url.", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
