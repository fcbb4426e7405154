package io.replybeat.stream.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.elastic.Health;
import io.replybeat.stream.elastic.IndexName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * How does Elasticsearch know what our indices look like before the first of them exists?
 *
 * <pre>
 *   index template P-facts  (pattern P-facts-*, alias P-facts)
 *      ├─ component template P-settings
 *      ├─ component template P-facts      strict mapping of the kind
 *      └─ component template P-lifecycle  optional: used once somebody puts it there
 *
 *   index template P-acknowledgements  (that one index), and likewise P-health
 *      ├─ component template P-settings
 *      └─ component template P-acknowledgements
 * </pre>
 *
 * What people acknowledged and how the sinks are doing are no {@link Kind}, as neither is a result. No lifecycle takes them away:
 * each one's only index is as old as its first document.
 */
final class Templates {

    /** Above the templates that Elasticsearch brings along (100 to 200), below what an operator may lay over ours. */
    private static final int PRIORITY = 300;

    private static final List<String> OF_ONE_INDEX = List.of(Acknowledgements.WORD, Health.WORD);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Templates() {}

    /**
     * One template as it is put.
     *
     * @param indices it shapes, as a pattern
     * @param fingerprint of its content, kept in its {@code _meta}, so that a changed one is told from an equal one
     */
    record Template(String what, String path, String indices, ObjectNode body, String fingerprint) {
        int version() {
            return body.get("version").asInt();
        }
    }

    /** In the order they must be put. */
    static List<Template> of(String prefix) {
        List<Template> templates = new ArrayList<>();
        templates.add(component(prefix, "settings", prefix + "-*"));
        for (Kind kind : Kind.values()) {
            templates.add(component(prefix, kind.word(), monthly(prefix, kind)));
        }
        OF_ONE_INDEX.forEach(word -> templates.add(component(prefix, word, prefix + "-" + word)));
        for (Kind kind : Kind.values()) {
            templates.add(ofMonths(prefix, kind));
        }
        OF_ONE_INDEX.forEach(word -> templates.add(ofOneIndex(prefix, word)));
        return templates;
    }

    /** The content of a component template, from the schemas. */
    static ObjectNode resource(String name) {
        String resource = "elasticsearch/" + name + ".json";
        try (InputStream in = Templates.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template component(String prefix, String name, String indices) {
        return template("component template", "/_component_template/", prefix + "-" + name, indices, resource(name));
    }

    private static String monthly(String prefix, Kind kind) {
        return IndexName.alias(prefix, kind) + "-*";
    }

    private static Template ofMonths(String prefix, Kind kind) {
        String alias = IndexName.alias(prefix, kind);
        String lifecycle = prefix + "-lifecycle";
        ObjectNode body = body(monthly(prefix, kind), List.of(prefix + "-settings", alias, lifecycle));
        body.putArray("ignore_missing_component_templates").add(lifecycle);
        body.putObject("template").putObject("aliases").putObject(alias);
        return index(alias, monthly(prefix, kind), body, resource(kind.word()));
    }

    private static Template ofOneIndex(String prefix, String word) {
        String index = prefix + "-" + word;
        return index(index, index, body(index, List.of(prefix + "-settings", index)), resource(word));
    }

    private static ObjectNode body(String indices, List<String> components) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("index_patterns").add(indices);
        body.put("priority", PRIORITY);
        ArrayNode parts = body.putArray("composed_of");
        components.forEach(parts::add);
        return body;
    }

    private static Template index(String name, String indices, ObjectNode body, JsonNode component) {
        body.set("version", component.get("version"));
        body.set("_meta", component.get("_meta").deepCopy());
        return template("index template", "/_index_template/", name, indices, body);
    }

    private static Template template(String what, String path, String name, String indices, ObjectNode body) {
        String fingerprint = fingerprint(body);
        body.withObject("/_meta").put("fingerprint", fingerprint);
        return new Template(what + " " + name, path + name, indices, body, fingerprint);
    }

    private static String fingerprint(ObjectNode body) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(body.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
