package io.replybeat.stream.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Finds, deletes and rewrites documents, with nothing but searches and bulk requests, which every cluster has. */
final class Documents implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BULK = 1_000;
    private static final int GONE_ALREADY = 404;
    private static final int CONFLICT = 409;

    /** Of rejected records with their 64 KiB of bytes, some 17 MB. */
    private static final int PAGE = 200;

    static final Map<String, Object> ALL = Map.of("match_all", Map.of());

    /** A document where it lies, with the version it was read in. */
    record Found(String index, String id, long version, JsonNode source) {
        Found with(JsonNode changed) {
            return new Found(index, id, version, changed);
        }

        Found withoutSource() {
            return with(MissingNode.getInstance());
        }
    }

    /**
     * How did it go with some documents?
     *
     * @param overtaken what was written in between stays and has to be looked at again
     */
    record Changed(long done, long overtaken) {
        static final Changed NOTHING = new Changed(0, 0);

        static Changed done(long documents) {
            return new Changed(documents, 0);
        }

        Changed plus(Changed more) {
            return new Changed(done + more.done, overtaken + more.overtaken);
        }

        long tried() {
            return done + overtaken;
        }
    }

    private final ElasticsearchOptions options;
    private final ElasticsearchClient client;

    Documents(ElasticsearchOptions options) {
        this.options = options;
        this.client = new ElasticsearchClient(options);
    }

    /** Shows all that match, page by page; none where the alias does not exist yet. Returns what was changed in all. */
    Changed eachPage(String alias, Map<String, Object> query, Function<List<Found>, Changed> change) {
        ask("POST", "/" + alias + "/_refresh?ignore_unavailable=true", null);
        // An id may lie in two indices: after a correction of its time, in two months.
        List<Object> order = List.of(Map.of("id", "asc"), Map.of("_index", "asc"));
        Map<String, Object> search =
                new HashMap<>(Map.of("size", PAGE, "version", true, "query", query, "sort", order));
        Changed changed = Changed.NOTHING;
        while (true) {
            JsonNode hits = search(alias, search).at("/hits/hits");
            changed = changed.plus(change.apply(found(hits)));
            if (hits.size() < PAGE) {
                return changed;
            }
            search.put("search_after", hits.get(hits.size() - 1).path("sort"));
        }
    }

    private static List<Found> found(JsonNode hits) {
        List<Found> found = new ArrayList<>();
        for (JsonNode hit : hits) {
            found.add(new Found(
                    hit.path("_index").asText(),
                    hit.path("_id").asText(),
                    hit.path("_version").asLong(),
                    hit.path("_source")));
        }
        return found;
    }

    /** Which values does a keyword field have where the query matches? In their order, the first hundred. */
    List<String> values(String alias, String field, Map<String, Object> query) {
        ask("POST", "/" + alias + "/_refresh?ignore_unavailable=true", null);
        Map<String, Object> terms = Map.of("field", field, "size", 100, "order", Map.of("_key", "asc"));
        JsonNode answer =
                search(alias, Map.of("size", 0, "query", query, "aggs", Map.of("values", Map.of("terms", terms))));
        List<String> values = new ArrayList<>();
        answer.at("/aggregations/values/buckets")
                .forEach(bucket -> values.add(bucket.path("key").asText()));
        return values;
    }

    /** Into which words does Elasticsearch take a text apart? */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        ask("POST", "/_analyze", Map.of("analyzer", "standard", "text", text))
                .path("tokens")
                .forEach(token -> words.add(token.path("token").asText()));
        return words;
    }

    private JsonNode search(String alias, Map<String, Object> search) {
        return ask("POST", "/" + alias + "/_search?ignore_unavailable=true", search);
    }

    Changed delete(List<Found> documents) {
        return bulk(documents, document -> line(Map.of("delete", place(document))));
    }

    Changed rewrite(List<Found> documents) {
        return bulk(documents, document -> line(Map.of("index", place(document))) + line(document.source()));
    }

    private interface Lines {
        String of(Found document);
    }

    private Changed bulk(List<Found> documents, Lines lines) {
        Changed changed = Changed.NOTHING;
        for (int from = 0; from < documents.size(); from += BULK) {
            StringBuilder request = new StringBuilder();
            documents
                    .subList(from, Math.min(from + BULK, documents.size()))
                    .forEach(document -> request.append(lines.of(document)));
            JsonNode answer = send("POST", "/_bulk?refresh=true", "application/x-ndjson", request.toString());
            for (JsonNode item : answer.path("items")) {
                changed = changed.plus(outcome(item.elements().next()));
            }
        }
        return changed;
    }

    private static Changed outcome(JsonNode item) {
        int status = item.path("status").asInt();
        if (status == CONFLICT) {
            return new Changed(0, 1);
        }
        if (status >= 300 && status != GONE_ALREADY) {
            throw new IllegalStateException(
                    "Elasticsearch did not change a document (" + item + "); run the command again");
        }
        return Changed.done(1);
    }

    /**
     * One version above the one that was read: a writer that starts again and sends the document as it was is refused, and
     * so are we where a newer one was written in between.
     */
    private static Map<String, Object> place(Found document) {
        return Map.of(
                "_index",
                document.index(),
                "_id",
                document.id(),
                "version",
                document.version() + 1,
                "version_type",
                "external_gte");
    }

    private static String line(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode ask(String method, String path, Object body) {
        return send(method, path, "application/json", body == null ? null : line(body));
    }

    private JsonNode send(String method, String path, String type, String body) {
        try {
            byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
            Answer answer = client.send(method, path, type, bytes).join();
            if (answer.status() != 200) {
                throw new IllegalStateException("Elasticsearch at " + options.url() + " answers " + answer.status()
                        + " to " + method + " " + path + ": " + answer.text());
            }
            return JSON.readTree(answer.body());
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "No Elasticsearch answers at " + options.url()
                            + ". Start it, or set elasticsearch.url to where it is.",
                    e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch at " + options.url() + " answers no JSON", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
