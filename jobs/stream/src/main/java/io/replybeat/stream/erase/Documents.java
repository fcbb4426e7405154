package io.replybeat.stream.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Finds, deletes and rewrites documents, with nothing but searches and bulk requests, which every cluster has. */
final class Documents implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BULK = 1_000;

    /** A document where it lies, with the version it was read in. */
    record Found(String index, String id, long version, JsonNode source) {
        Found with(JsonNode changed) {
            return new Found(index, id, version, changed);
        }
    }

    private final ElasticsearchOptions options;
    private final ElasticsearchClient client;

    Documents(ElasticsearchOptions options) {
        this.options = options;
        this.client = new ElasticsearchClient(options);
    }

    /** All that match; none where the alias does not exist yet. */
    List<Found> all(String alias, Map<String, Object> query, int page) {
        ask("POST", "/" + alias + "/_refresh?ignore_unavailable=true", null);
        Map<String, Object> search = new HashMap<>(
                Map.of("size", page, "version", true, "query", query, "sort", List.of(Map.of("id", "asc"))));
        List<Found> found = new ArrayList<>();
        while (true) {
            JsonNode hits = ask("POST", "/" + alias + "/_search?ignore_unavailable=true", search)
                    .at("/hits/hits");
            for (JsonNode hit : hits) {
                found.add(new Found(
                        hit.path("_index").asText(),
                        hit.path("_id").asText(),
                        hit.path("_version").asLong(),
                        hit.path("_source")));
            }
            if (hits.size() < page) {
                return found;
            }
            search.put("search_after", hits.get(hits.size() - 1).path("sort"));
        }
    }

    void delete(List<Found> documents) {
        bulk(documents, document -> line(Map.of("delete", place(document))));
    }

    /** Under the version they were read in, so that what was written in between stays and the job's next write wins. */
    void rewrite(List<Found> documents) {
        bulk(documents, document -> {
            Map<String, Object> place = place(document);
            place.put("version", document.version());
            place.put("version_type", "external_gte");
            return line(Map.of("index", place)) + line(document.source());
        });
    }

    private interface Lines {
        String of(Found document);
    }

    private void bulk(List<Found> documents, Lines lines) {
        for (int from = 0; from < documents.size(); from += BULK) {
            StringBuilder request = new StringBuilder();
            documents
                    .subList(from, Math.min(from + BULK, documents.size()))
                    .forEach(document -> request.append(lines.of(document)));
            JsonNode answer = send("POST", "/_bulk?refresh=true", "application/x-ndjson", request.toString());
            for (JsonNode item : answer.path("items")) {
                int status = item.elements().next().path("status").asInt();
                if (status >= 300 && status != 404) {
                    throw new IllegalStateException(
                            "Elasticsearch did not change a document (" + item + "); run the command again");
                }
            }
        }
    }

    private static Map<String, Object> place(Found document) {
        return new HashMap<>(Map.of("_index", document.index(), "_id", document.id()));
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
