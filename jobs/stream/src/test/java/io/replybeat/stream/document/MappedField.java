package io.replybeat.stream.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What does an index know of a field: its path, its type, and the unit and clock that its {@code meta} names?
 *
 * @param unit null where the mapping names none
 */
public record MappedField(String path, String type, String unit, String clock) {

    /** Of the documents of a kind, or of what else has an index. In the order of the mapping. */
    public static List<MappedField> of(String kind) throws IOException {
        List<MappedField> fields = new ArrayList<>();
        collect(template(kind).findValue("properties"), "", fields);
        return fields;
    }

    public static Set<String> pathsOf(String kind) throws IOException {
        return of(kind).stream().map(MappedField::path).collect(Collectors.toSet());
    }

    static String description(String kind) throws IOException {
        return template(kind).at("/_meta/description").asText();
    }

    private static JsonNode template(String kind) throws IOException {
        try (InputStream template = MappedField.class.getResourceAsStream("/elasticsearch/" + kind + ".json")) {
            return new ObjectMapper().readTree(template);
        }
    }

    private static void collect(JsonNode properties, String prefix, List<MappedField> into) {
        properties.properties().forEach(field -> {
            String path = prefix + field.getKey();
            JsonNode inner = field.getValue().get("properties");
            if (inner != null) {
                collect(inner, path + ".", into);
                return;
            }
            JsonNode meta = field.getValue().path("meta");
            String type = field.getValue().path("type").asText();
            into.add(new MappedField(
                    path,
                    type,
                    meta.path("unit").asText(null),
                    meta.path("clock").asText(clock(path, type))));
        });
    }

    /** Names say on which clock a duration ran; an instant is one of the events unless the mapping says otherwise. */
    private static String clock(String path, String type) {
        if (type.equals("date")) {
            return "events";
        }
        if (path.endsWith("active_business_seconds")) {
            return "business, without pauses";
        }
        return path.endsWith("business_seconds") ? "business" : path.endsWith("seconds") ? "calendar" : null;
    }
}
