package io.replybeat.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Does a document fit a query? The few queries the page asks; instants are compared as text, so write them alike. */
final class StubQuery {

    private StubQuery() {}

    static boolean fits(JsonNode query, JsonNode document) {
        Map.Entry<String, JsonNode> clause = query.properties().iterator().next();
        JsonNode body = clause.getValue();
        return switch (clause.getKey()) {
            case "bool" -> fitsAll(body, document);
            case "exists" -> !at(document, body.path("field").asText()).isMissingNode();
            case "term" -> only(body, (field, value) -> has(document, field, value.asText()));
            case "terms" ->
                only(body, (field, values) -> each(values).anyMatch(value -> has(document, field, value.asText())));
            case "range" -> only(body, (field, bounds) -> isWithin(at(document, field), bounds));
            default -> throw new IllegalArgumentException("the stub knows no " + clause.getKey());
        };
    }

    private static boolean fitsAll(JsonNode bool, JsonNode document) {
        return each(bool.path("filter")).allMatch(part -> fits(part, document))
                && each(bool.path("must_not")).noneMatch(part -> fits(part, document))
                && (!bool.has("should") || each(bool.path("should")).anyMatch(part -> fits(part, document)));
    }

    private static boolean isWithin(JsonNode value, JsonNode bounds) {
        return !value.isMissingNode()
                && only(bounds, (bound, limit) -> {
                    int order = value.asText().compareTo(limit.asText());
                    return switch (bound) {
                        case "gte" -> order >= 0;
                        case "gt" -> order > 0;
                        case "lte" -> order <= 0;
                        case "lt" -> order < 0;
                        default -> throw new IllegalArgumentException(bound);
                    };
                });
    }

    private static boolean has(JsonNode document, String field, String value) {
        JsonNode found = at(document, field);
        return found.isArray()
                ? each(found).anyMatch(each -> each.asText().equals(value))
                : found.asText("").equals(value);
    }

    private static JsonNode at(JsonNode document, String field) {
        return document.at("/" + field.replace('.', '/'));
    }

    private interface Clause {
        boolean fits(String name, JsonNode value);
    }

    private static boolean only(JsonNode object, Clause clause) {
        Map.Entry<String, JsonNode> entry = object.properties().iterator().next();
        return clause.fits(entry.getKey(), entry.getValue());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
