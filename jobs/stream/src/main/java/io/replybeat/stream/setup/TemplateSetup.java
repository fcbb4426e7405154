package io.replybeat.stream.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.setup.Templates.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Which templates does Elasticsearch lack, and what puts them there? */
final class TemplateSetup implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ElasticsearchOptions options;
    private final ElasticsearchClient client;

    TemplateSetup(ElasticsearchOptions options) {
        this.options = options;
        this.client = new ElasticsearchClient(options);
    }

    List<Step> plan() {
        List<Step> steps = new ArrayList<>();
        for (Template template : Templates.of(options.prefix())) {
            Answer answer = ask("GET", template.path(), null);
            if (answer.status() == 404) {
                steps.add(put(template, Step.State.CREATE, ""));
            } else {
                compare(template, definition(answer), steps);
            }
        }
        return steps;
    }

    private void compare(Template template, JsonNode present, List<Step> steps) {
        int version = present.path("version").asInt();
        if (present.at("/_meta/fingerprint").asText().equals(template.fingerprint())) {
            steps.add(Step.nothingToDo(template.what(), Step.State.PRESENT, ""));
        } else if (version > template.version()) {
            steps.add(Step.nothingToDo(
                    template.what(),
                    Step.State.DIFFERENT,
                    "it is of version " + version + ", made by a later Replybeat than this one (" + template.version()
                            + "); it stays"));
        } else {
            steps.add(put(template, Step.State.CHANGE, "for new indices"));
            JsonNode mappings = template.body().at("/template/mappings");
            if (!mappings.isMissingNode()) {
                steps.add(mapExisting(template.indices(), mappings));
            }
        }
    }

    private Step put(Template template, Step.State state, String detail) {
        return request(template.what(), state, detail, template.path(), template.body());
    }

    /** A template only shapes indices to come: new fields must also become known to those that are there. */
    private Step mapExisting(String indices, JsonNode mappings) {
        return request(
                "mapping of the indices " + indices,
                Step.State.CHANGE,
                "new fields are added",
                "/" + indices + "/_mapping?allow_no_indices=true&ignore_unavailable=true",
                mappings);
    }

    private Step request(String what, Step.State state, String detail, String path, JsonNode body) {
        return new Step(what, state, detail, "PUT " + path + "\n" + body.toPrettyString(), () -> {
            Answer answer = ask("PUT", path, body);
            if (answer.status() != 200) {
                throw new SetupException(
                        what + " could not be made: Elasticsearch answers " + answer.status() + " " + answer.text());
            }
            return null;
        });
    }

    private static JsonNode definition(Answer answer) {
        try {
            JsonNode all = JSON.readTree(answer.body());
            JsonNode found = all.at("/component_templates/0/component_template");
            return found.isMissingNode() ? all.at("/index_templates/0/index_template") : found;
        } catch (IOException e) {
            throw new SetupException("Elasticsearch answers with something that is not JSON: " + answer.text(), e);
        }
    }

    private Answer ask(String method, String path, JsonNode body) {
        byte[] bytes = body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
        Answer answer;
        try {
            answer = client.send(method, path, "application/json", bytes).join();
        } catch (CompletionException e) {
            throw new SetupException(
                    "No Elasticsearch answers at " + options.url() + " (" + reason(e.getCause())
                            + "). Start it, or set elasticsearch.url to where it is.",
                    e.getCause());
        }
        switch (answer.status()) {
            case 200, 400, 404, 500, 503 -> {
                return answer;
            }
            case 401 ->
                throw new SetupException("Elasticsearch at " + options.url()
                        + " does not know us (401). Check elasticsearch.api-key, or elasticsearch.username and"
                        + " elasticsearch.password.");
            case 403 ->
                throw new SetupException("Elasticsearch at " + options.url()
                        + " forbids it (403). Setup needs the cluster privilege manage_index_templates and the index"
                        + " privilege manage on " + options.prefix() + "-*.");
            default ->
                throw new SetupException("What answers at " + options.url() + " does not look like"
                        + " Elasticsearch (" + answer.status() + " to " + method + " " + path
                        + "). Check elasticsearch.url.");
        }
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        client.close();
    }
}
