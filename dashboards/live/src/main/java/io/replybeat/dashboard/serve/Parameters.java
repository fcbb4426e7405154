package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.dashboard.view.BadQuestion;
import io.replybeat.dashboard.view.View;
import io.replybeat.dashboard.view.ViewReader;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What does a request ask for? */
final class Parameters {

    /** An acknowledgement with its note is shorter. */
    private static final int MOST_BYTES = 16 << 10;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Parameters() {}

    static View view(HttpServerExchange exchange) throws BadQuestion {
        return ViewReader.read(of(exchange));
    }

    static Map<String, String> of(HttpServerExchange exchange) throws BadQuestion {
        Map<String, String> parameters = new HashMap<>();
        for (Map.Entry<String, Deque<String>> each :
                exchange.getQueryParameters().entrySet()) {
            if (each.getValue().size() > 1) {
                throw new BadQuestion(each.getKey(), "it is given more than once", "give it once");
            }
            parameters.put(each.getKey(), each.getValue().getFirst());
        }
        return parameters;
    }

    static String required(HttpServerExchange exchange, String name) throws BadQuestion {
        String value = of(exchange).get(name);
        if (value == null || value.isEmpty()) {
            throw new BadQuestion(name, "it is missing", "give " + name + "=…");
        }
        return value;
    }

    /** Null where it is not given. */
    static String optional(HttpServerExchange exchange, String name) throws BadQuestion {
        String value = of(exchange).get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The body, an object. */
    static JsonNode body(HttpServerExchange exchange) throws BadQuestion {
        try {
            byte[] bytes = exchange.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BadQuestion("body", "it is longer than 16 KiB", "a shorter note");
            }
            JsonNode body = MAPPER.readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            throw new BadQuestion("body", "it is no JSON", "an object such as {\"paused\": true}");
        }
        throw new BadQuestion("body", "it is no JSON object", "an object such as {\"paused\": true}");
    }
}
