package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/**
 * What is answered.
 *
 * @param fileName under which a browser keeps it; null where it is read by the page
 */
record Reply(String contentType, String fileName, String body) {

    static Reply json(JsonNode json) {
        return json(json.toString());
    }

    static Reply json(String text) {
        return new Reply("application/json", null, text);
    }

    static Reply csv(String fileName, String text) {
        return new Reply("text/csv; charset=utf-8; header=present", fileName, text);
    }

    void send(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType).put(Headers.CACHE_CONTROL, "no-store");
        if (fileName != null) {
            exchange.getResponseHeaders().put(Headers.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        }
        exchange.getResponseSender().send(body);
    }
}
