package io.replybeat.sandbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.Health;
import io.replybeat.stream.options.JobOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Which documents does Elasticsearch hold under a prefix? */
final class Indices implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix;
    private final ElasticsearchClient client;

    Indices(JobOptions options) {
        ElasticsearchOptions elasticsearch = ElasticsearchOptions.of(options);
        prefix = elasticsearch.prefix();
        client = new ElasticsearchClient(elasticsearch);
    }

    /** By id; a document that lies in two months at once is one too many and a failure. */
    Map<String, JsonNode> of(Kind kind) throws IOException {
        return of(kind.word());
    }

    /** How the sinks are doing, by sink and subtask. */
    Map<String, JsonNode> health() throws IOException {
        refresh();
        return of(Health.WORD);
    }

    private Map<String, JsonNode> of(String word) throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        JsonNode page = ask(
                "/" + prefix + "-" + word + "/_search?scroll=1m&ignore_unavailable=true",
                "{\"size\":5000,\"sort\":[\"_doc\"]}");
        while (!page.at("/hits/hits").isEmpty()) {
            for (JsonNode hit : page.at("/hits/hits")) {
                JsonNode twin = documents.put(hit.path("_id").asText(), hit.path("_source"));
                assertThat(twin).as("%s lies in two indices", hit.path("_id")).isNull();
            }
            page = ask("/_search/scroll", "{\"scroll\":\"1m\",\"scroll_id\":" + page.path("_scroll_id") + "}");
        }
        return documents;
    }

    Map<Kind, Long> counts() throws IOException {
        refresh();
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            counts.put(
                    kind,
                    ask("/" + alias(kind) + "/_count?ignore_unavailable=true", null)
                            .path("count")
                            .asLong());
        }
        return counts;
    }

    void refresh() throws IOException {
        ask("/" + prefix + "-*/_refresh", "");
    }

    private String alias(Kind kind) {
        return prefix + "-" + kind.word();
    }

    private JsonNode ask(String path, String body) throws IOException {
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        Answer answer = client.send(bytes == null ? "GET" : "POST", path, "application/json", bytes)
                .join();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
