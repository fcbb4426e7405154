package io.replybeat.stream.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What does a JSON object say under a name? Null is not there; what is of the wrong kind is refused by its full path. */
record JsonFields(JsonNode node, String path) {

    String text(String name) throws Refusal {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) { // ids come as numbers from many sources
            throw wrongKind(name, value, "a string");
        }
        return value.asText();
    }

    Long number(String name) throws Refusal {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrongKind(name, value, "a whole number");
        }
        return value.longValue();
    }

    Integer smallNumber(String name) throws Refusal {
        Long value = number(name);
        if (value != null && value != value.intValue()) {
            throw wrongKind(name, value(name), "a whole number below 2 billion");
        }
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    Double decimal(String name) throws Refusal {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw wrongKind(name, value, "a number");
        }
        return value.doubleValue();
    }

    Boolean flag(String name) throws Refusal {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw wrongKind(name, value, "true or false");
        }
        return value.booleanValue();
    }

    /** ISO-8601 with `Z` or an offset, with or without a fraction of a second; what is finer than milliseconds is cut off. */
    Instant time(String name) throws Refusal {
        JsonNode value = value(name);
        if (value == null || value.isTextual() && value.textValue().isBlank()) {
            return null;
        }
        try {
            return Instant.ofEpochMilli(
                    OffsetDateTime.parse(value.asText()).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw wrongKind(name, value, "a time as 2026-03-04T10:00:00Z");
        }
    }

    List<String> texts(String name) throws Refusal {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            if (!item.isTextual()) {
                throw wrongKind(name, item, "a list of strings");
            }
            texts.add(item.textValue());
        }
        if (!value.isArray()) {
            throw wrongKind(name, value, "a list of strings");
        }
        return texts;
    }

    /** The constant of this name in lower case; null where nothing is said. */
    <E extends Enum<E>> E word(String name, E[] words) throws Refusal {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        for (E word : words) {
            if (word.ordinal() > 0 && word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        String known = Arrays.stream(words)
                .skip(1) // UNKNOWN, which nobody writes
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw wrongKind(name, value(name), "one of " + known);
    }

    /** The object under this name; null where there is none. */
    JsonFields object(String name) throws Refusal {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw wrongKind(name, value, "an object");
        }
        return new JsonFields(value, pathOf(name) + ".");
    }

    String pathOf(String name) {
        return path + name;
    }

    private JsonNode value(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private Refusal wrongKind(String name, JsonNode value, String wanted) {
        return Refusal.badValue(pathOf(name), pathOf(name) + " is " + Quote.of(value.toString()) + "; send " + wanted);
    }
}
