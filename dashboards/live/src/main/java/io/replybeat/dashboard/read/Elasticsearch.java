package io.replybeat.dashboard.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.replybeat.dashboard.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks Elasticsearch several questions in one request, and promises whole answers: a failed shard or a time-out is a
 * failure, never a smaller number, and a question for all documents gets all of them.
 *
 * <p>Read-only: it knows {@code _msearch} and nothing else. An alias that doesn't exist yet answers as if it were empty.
 */
public final class Elasticsearch {

    /** More would take this server's memory and more time than anybody waits. */
    private static final int MOST_DOCUMENTS = 100_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Transport transport;

    public Elasticsearch(Transport transport) {
        this.transport = transport;
    }

    /** One answer a question, in the order of the questions. */
    List<JsonNode> ask(List<Search> questions) throws ElasticsearchFailure, InterruptedException {
        List<JsonNode> answers = answers(send(lines(questions).getBytes(StandardCharsets.UTF_8)), questions.size());
        for (int i = 0; i < answers.size(); i++) {
            readOn(questions.get(i), (ArrayNode) hits(answers.get(i)));
        }
        return answers;
    }

    /** Where one answer could not hold all documents, asks for those behind the last one until there are no more. */
    private void readOn(Search question, ArrayNode hits) throws ElasticsearchFailure, InterruptedException {
        int read = hits.size();
        while (question.wantsAll() && read == Search.MOST_HITS) {
            if (hits.size() >= MOST_DOCUMENTS) {
                throw new ElasticsearchFailure(
                        "The view needs more than " + MOST_DOCUMENTS + " windows; choose a brand or a shorter time");
            }
            Search next = question.after(hits.get(hits.size() - 1).path("sort"));
            byte[] body = send(lines(List.of(next)).getBytes(StandardCharsets.UTF_8));
            ArrayNode more = (ArrayNode) hits(answers(body, 1).get(0));
            read = more.size();
            hits.addAll(more);
        }
    }

    private JsonNode hits(JsonNode answer) {
        JsonNode hits = answer.at("/hits/hits");
        return hits.isArray() ? hits : mapper.createArrayNode();
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

    private byte[] send(byte[] questions) throws ElasticsearchFailure, InterruptedException {
        try {
            Transport.Answer answer = transport.post("/_msearch", "application/x-ndjson", questions);
            if (answer.status() != 200) {
                throw new ElasticsearchFailure("Elasticsearch answered with status " + answer.status());
            }
            return answer.body();
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
