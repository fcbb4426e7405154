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
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers the page's four questions about brands that a test made up, as Elasticsearch would. */
public final class StubElasticsearch implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Every request's body as it came. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private volatile List<StubBrand> brands = List.of();
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

    public void holds(StubBrand... brands) {
        this.brands = List.of(brands);
    }

    void answersWith(int status) {
        this.status = status;
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
            responses.add(one(MAPPER.readTree(lines[i]), MAPPER.readTree(lines[i + 1])));
        }
        byte[] bytes = MAPPER.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode one(JsonNode header, JsonNode question) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", 200);
        answer.putObject("_shards").put("failed", failedShards);
        if (header.path("index").asText().endsWith("-windows")) {
            boolean hours = question.toString().contains("\"1m\"");
            ArrayNode hits = answer.putObject("hits").putArray("hits");
            for (StubBrand brand : brands) {
                (hours ? brand.minutes() : brand.days())
                        .forEach(window -> hits.addObject().set("_source", window));
            }
            return answer;
        }
        JsonNode perBrand = question.at("/aggs/brand/aggs");
        ArrayNode buckets = answer.putObject("aggregations").putObject("brand").putArray("buckets");
        for (StubBrand brand : brands) {
            if (perBrand.has("newest")) {
                newest(buckets, brand);
            } else if (!brand.waitingSince().isEmpty()) {
                waiting(buckets, brand, perBrand.at("/age/date_range/ranges"));
            }
        }
        return answer;
    }

    private static void newest(ArrayNode buckets, StubBrand brand) {
        ObjectNode bucket = buckets.addObject().put("key", brand.name());
        bucket.putObject("newest").put("value", (double) brand.lastEventAt().toEpochMilli());
    }

    private static void waiting(ArrayNode buckets, StubBrand brand, JsonNode ranges) {
        List<Instant> since = brand.waitingSince();
        ObjectNode bucket = buckets.addObject().put("key", brand.name()).put("doc_count", since.size());
        Instant oldest = since.stream().min(Instant::compareTo).orElseThrow();
        bucket.putObject("oldest").put("value", (double) oldest.toEpochMilli());
        ObjectNode bands = bucket.putObject("age").putObject("buckets");
        for (JsonNode range : ranges) {
            long inside = since.stream().filter(at -> within(range, at)).count();
            bands.putObject(range.path("key").asText()).put("doc_count", inside);
        }
    }

    /** As date_range has it: from inclusive, to exclusive. */
    private static boolean within(JsonNode range, Instant at) {
        return (!range.has("from")
                        || !at.isBefore(Instant.parse(range.path("from").asText())))
                && (!range.has("to")
                        || at.isBefore(Instant.parse(range.path("to").asText())));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
