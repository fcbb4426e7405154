package io.replybeat.dashboard.boards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Which fields do documents of a kind have, and of which type is each? */
final class Mapping {

    private final Map<String, String> types = new TreeMap<>();

    private Mapping() {}

    static Mapping of(Documents documents) {
        Mapping mapping = new Mapping();
        try (InputStream template = Mapping.class.getResourceAsStream("/elasticsearch/" + documents.kind() + ".json")) {
            mapping.add("", new ObjectMapper().readTree(template).at("/template/mappings"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mapping;
    }

    private void add(String prefix, JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
            if (field.getValue().has("properties")) {
                add(prefix + field.getKey() + ".", field.getValue());
            } else {
                types.put(prefix + field.getKey(), field.getValue().path("type").asText());
            }
        }
    }

    /** {@code keyword}, {@code long}, …; null when there is no such field. */
    String type(String field) {
        return types.get(field);
    }
}
