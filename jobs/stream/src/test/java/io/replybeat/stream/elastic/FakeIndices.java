package io.replybeat.stream.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Elasticsearch as far as a bulk of externally versioned writes can tell: newer wins, deletions are remembered. */
final class FakeIndices {

    record Stored(long version, String source) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Stored> documents = new HashMap<>();

    /** The status an operation gets instead of being carried out; 0 lets it through. Asked by id. */
    volatile ToIntFunction<String> itemFault = id -> 0;

    /** The type of error that goes with {@link #itemFault}. */
    volatile String errorType = "mapper_parsing_exception";

    synchronized byte[] bulk(byte[] ndjson) {
        try {
            List<String> lines =
                    new String(ndjson, StandardCharsets.UTF_8).lines().toList();
            ArrayNode items = JSON.createArrayNode();
            boolean errors = false;
            for (int line = 0; line < lines.size(); line++) {
                JsonNode intent = JSON.readTree(lines.get(line));
                String kind = intent.fieldNames().next();
                String source = kind.equals("delete") ? null : lines.get(++line);
                ObjectNode item = items.addObject().putObject(kind);
                int status = apply(intent.get(kind), source);
                item.put("status", status);
                if (status >= 400 && !(status == 404 && source == null)) {
                    errors = true;
                    ObjectNode error = item.putObject("error");
                    error.put("type", status == 409 ? "version_conflict_engine_exception" : errorType);
                    error.put("reason", "because of " + status);
                    error.putObject("caused_by").put("reason", "the deeper cause");
                }
            }
            ObjectNode answer = JSON.createObjectNode();
            answer.put("errors", errors).set("items", items);
            return JSON.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int apply(JsonNode intent, String source) {
        if (!intent.get("version_type").asText().equals("external_gte")) {
            throw new AssertionError("not versioned from outside: " + intent);
        }
        int fault = itemFault.applyAsInt(intent.get("_id").asText());
        if (fault != 0) {
            return fault;
        }
        String key = intent.get("_index").asText() + "/" + intent.get("_id").asText();
        Stored before = documents.get(key);
        long version = intent.get("version").asLong();
        if (before != null && before.version > version) {
            return 409;
        }
        documents.put(key, new Stored(version, source));
        return source != null ? 201 : before == null || before.source == null ? 404 : 200;
    }

    /** What a search would find: {@code index/id} and the document. */
    synchronized Map<String, String> found() {
        Map<String, String> found = new TreeMap<>();
        documents.forEach((key, stored) -> {
            if (stored.source != null) {
                found.put(key, stored.source);
            }
        });
        return found;
    }

    synchronized long version(String key) {
        return documents.get(key).version;
    }
}
