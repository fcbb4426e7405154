package io.replybeat.stream.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.replybeat.care.document.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * How is a body written as JSON: one line of UTF-8, fields in the order given, so that equal bodies give equal bytes.
 *
 * <p>A double that is not finite has no word in JSON and becomes a string; a strict mapping then turns the document down
 * by the name of the field. A value of any other type than those {@link Body} allows is a programming error.
 */
public final class DocumentJson {

    private static final JsonFactory JSON = new JsonFactory();

    private DocumentJson() {}

    public static byte[] encode(Body body) {
        return encode(body.fields());
    }

    public static byte[] encode(Map<String, ?> fields) {
        return encode((Object) fields);
    }

    public static byte[] encodeList(List<? extends Map<String, ?>> objects) {
        return encode((Object) objects);
    }

    private static byte[] encode(Object value) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            write("", value, json);
            json.flush();
            return bytes.getClearAndRelease();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Map<?, ?> fields, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (field.getValue() != null) {
                json.writeFieldName((String) field.getKey());
                write((String) field.getKey(), field.getValue(), json);
            }
        }
        json.writeEndObject();
    }

    private static void write(String field, Object value, JsonGenerator json) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            writeDouble(number, json);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Map<?, ?> map) {
            write(map, json);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(field, element, json);
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException("the field " + field + " holds a "
                    + (value == null ? "null" : value.getClass().getName()) + ", which no document may hold");
        }
    }

    private static void writeDouble(double number, JsonGenerator json) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Double.toString(number));
        }
    }
}
