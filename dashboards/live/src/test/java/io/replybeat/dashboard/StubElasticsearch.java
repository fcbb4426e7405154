package io.replybeat.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds the documents that a test made up by the page's own queries, as Elasticsearch would; it aggregates nothing. */
public final class StubElasticsearch implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Every request's body as it came. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final Map<String, List<JsonNode>> documents = new ConcurrentHashMap<>();
    private volatile int status = 200;
    private volatile int failedShards;

    public StubElasticsearch() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/_msearch", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** In place of what it held of this kind. */
    public void holds(String kind, JsonNode... held) {
        documents.put("replybeat-" + kind, List.of(held));
    }

    /** One conversation of acme's whose customer waits; the shortest way to a number that is not 0. */
    void holdsWaiting(int customers) {
        JsonNode[] waiting = new JsonNode[customers];
        for (int i = 0; i < customers; i++) {
            waiting[i] = json(
                    """
                    {"brand": "acme", "conversation_id": "c%d", "open_wait_since": "2026-03-04T11:00:00Z",
                     "last_event_at": "2026-03-04T11:00:00Z", "status": "open"}"""
                            .formatted(i));
        }
        holds("conversations", waiting);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    void answersWith(int newStatus) {
        this.status = newStatus;
    }

    void losesShards(int failed) {
        this.failedShards = failed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(body);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode responses = answer.putArray("responses");
        String[] lines = body.split("\n");
        for (int i = 0; i < lines.length; i += 2) {
            responses.add(one(MAPPER.readTree(lines[i]).path("index").asText(), MAPPER.readTree(lines[i + 1])));
        }
        byte[] bytes = MAPPER.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode one(String index, JsonNode question) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", 200);
        answer.putObject("_shards").put("failed", failedShards);
        ObjectNode hits = answer.putObject("hits");
        List<JsonNode> found = documents.getOrDefault(index, List.of()).stream()
                .filter(document -> StubQuery.fits(question.path("query"), document))
                .toList();
        hits.putObject("total").put("value", found.size());
        ArrayNode list = hits.putArray("hits");
        found.stream().limit(question.path("size").asLong()).forEach(document -> list.addObject()
                .set("_source", document));
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
