package io.replybeat.stream.elastic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What did Elasticsearch say to each operation of a request, in their order? */
final class BulkAnswer {

    private BulkAnswer() {}

    /** {@code type} and {@code reason} are null without an error. */
    record Item(int status, String type, String reason) {
        BulkVerdict verdict() {
            return BulkVerdict.ofItem(status, type);
        }
    }

    private static final Item DELIVERED = new Item(200, null, null);

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * @throws IOException if the body is not the answer to so many operations: a proxy's page, an answer cut off
     */
    static List<Item> parse(byte[] body, int operations) throws IOException {
        List<Item> items = new ArrayList<>();
        try (JsonParser json = JSON.createParser(body)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("errors") && value == JsonToken.VALUE_FALSE) {
                    return Collections.nCopies(operations, DELIVERED);
                } else if (field.equals("items")) {
                    expect(value, JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        json.nextToken(); // the kind of the operation
                        json.nextToken();
                        items.add(item(json));
                        json.nextToken();
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        if (items.size() != operations) {
            throw new IOException("the answer speaks of " + items.size() + " operations, sent were " + operations);
        }
        return items;
    }

    private static Item item(JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        int status = 0;
        String type = null;
        StringBuilder reasons = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "status" -> status = json.getIntValue();
                case "error" -> {
                    reasons = new StringBuilder();
                    type = error(json, reasons);
                }
                default -> json.skipChildren();
            }
        }
        return new Item(status, type, reasons == null ? null : reasons.toString());
    }

    /** Returns the type of the outermost error and gathers the reasons of it and of its causes. */
    private static String error(JsonParser json, StringBuilder reasons) throws IOException {
        String type = "unknown";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "type" -> type = json.getText();
                case "reason" -> reasons.append(reasons.isEmpty() ? "" : ": ").append(json.getText());
                case "caused_by" -> error(json, reasons);
                default -> json.skipChildren();
            }
        }
        return type;
    }

    private static void expect(JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new IOException("not a bulk answer: " + found + " instead of " + expected);
        }
    }
}
