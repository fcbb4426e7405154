package io.replybeat.dashboard.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks Elasticsearch several questions in one request, and promises whole answers: a failed shard or a time-out is a
 * failure, never a smaller number.
 *
 * <p>Read-only: it knows {@code _msearch} and nothing else. An alias that doesn't exist yet answers as if it were empty.
 */
final class Elasticsearch {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** A page that ticks every second is stale well before a slower answer would arrive. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI msearch;

    Elasticsearch(URI url) {
        String base = url.toString();
        this.msearch = URI.create(base.endsWith("/") ? base + "_msearch" : base + "/_msearch");
    }

    /** One answer a question, in the order of the questions. */
    List<JsonNode> ask(List<Search> questions) throws ElasticsearchFailure, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(msearch)
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines(questions)))
                .build();
        return answers(send(request), questions.size());
    }

    private static String lines(List<Search> questions) {
        StringBuilder lines = new StringBuilder();
        for (Search question : questions) {
            lines.append(JsonNodeFactory.instance
                            .objectNode()
                            .put("index", question.alias())
                            .put("ignore_unavailable", true)
                            .put("allow_no_indices", true))
                    .append('\n')
                    .append(question.body())
                    .append('\n');
        }
        return lines.toString();
    }

    private byte[] send(HttpRequest request) throws ElasticsearchFailure, InterruptedException {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new ElasticsearchFailure("Elasticsearch answered with status " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new ElasticsearchFailure("Elasticsearch does not answer", e);
        }
    }

    private List<JsonNode> answers(byte[] body, int expected) throws ElasticsearchFailure {
        JsonNode responses = parse(body).path("responses");
        if (responses.size() != expected) {
            throw new ElasticsearchFailure("Elasticsearch answered only a part of the questions");
        }
        List<JsonNode> answers = new ArrayList<>(expected);
        for (JsonNode answer : responses) {
            requireWhole(answer);
            answers.add(answer);
        }
        return answers;
    }

    private JsonNode parse(byte[] body) throws ElasticsearchFailure {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ElasticsearchFailure("Elasticsearch's answer is not JSON", e);
        } catch (IOException e) {
            throw new ElasticsearchFailure("Elasticsearch's answer could not be read", e);
        }
    }

    private static void requireWhole(JsonNode answer) throws ElasticsearchFailure {
        if (answer.hasNonNull("error")) {
            throw new ElasticsearchFailure(
                    "Elasticsearch could not answer a question",
                    new IllegalStateException(answer.get("error").toString()));
        }
        if (answer.path("timed_out").asBoolean()
                || answer.path("_shards").path("failed").asInt() > 0) {
            throw new ElasticsearchFailure("Elasticsearch answered from a part of the data only");
        }
    }
}
