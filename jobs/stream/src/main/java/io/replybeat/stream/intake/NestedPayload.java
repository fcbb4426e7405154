package io.replybeat.stream.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Does a line keep its payload in an object, as the records of Avro do? In JSON its fields stand beside the envelope's.
 *
 * <p>Asked before the payload is read: what is missing would else be told without the reason why it is, and an assignment
 * or a tagging, of which nothing is required, would be taken for an empty one.
 */
final class NestedPayload {

    /** As the record is called in Avro. */
    private static final String PAYLOAD = "payload";

    private static final List<String> OBJECTS =
            List.of("message", "status", "assignment", "tagging", "bot_handoff", PAYLOAD);

    private static final Map<String, List<String>> REQUIRED =
            Map.of("message", List.of("direction", "visibility", "author"), "status", List.of("status"));

    private static final Map<String, List<String>> OPTIONAL = Map.of(
            "assignment", List.of("agent_id", "team_id"),
            "tagging", List.of("added", "removed", "tier", "priority"));

    private NestedPayload() {}

    /** What to say of a line without a type. */
    static Refusal missingType(JsonNode line) {
        for (String name : OBJECTS) {
            if (isObject(line, name)) {
                return missing("type", name);
            }
        }
        return Refusal.missing("type");
    }

    static void refuse(String type, JsonNode line) throws Refusal {
        refuse(type, line, type);
        refuse(type, line, PAYLOAD);
    }

    private static void refuse(String type, JsonNode line, String object) throws Refusal {
        if (!isObject(line, object)) {
            return;
        }
        for (String field : REQUIRED.getOrDefault(type, List.of())) {
            if (field.equals(object)) {
                throw Refusal.badValue(field, field + " is an object; " + remedy(object));
            }
            if (!line.hasNonNull(field)) {
                throw missing(field, object);
            }
        }
        List<String> optional = OPTIONAL.getOrDefault(type, List.of());
        if (optional.stream().noneMatch(line::hasNonNull) && optional.stream().anyMatch(line.get(object)::hasNonNull)) {
            throw Refusal.badValue(object, object + " is an object; " + remedy(object));
        }
    }

    private static Refusal missing(String field, String object) {
        return new Refusal(Reason.MISSING_FIELD, field, field + " is required and is missing; " + remedy(object));
    }

    private static String remedy(String object) {
        return "the payload's fields stand beside `type`, not in an object `" + object + "`: move them out of it";
    }

    private static boolean isObject(JsonNode line, String name) {
        JsonNode value = line.get(name);
        return value != null && value.isObject();
    }
}
