package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.DemoControls;
import io.replybeat.dashboard.DemoControls.Happening;
import io.replybeat.dashboard.view.BadQuestion;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How does a page see and say what happens in the demo? */
final class DemoJson {

    private DemoJson() {}

    static ObjectNode of(DemoControls.State state) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("speed", state.speed())
                .put("paused", state.paused())
                .put("catching_up", state.catchingUp());
        ArrayNode running = json.putArray("running");
        state.running().forEach(happening -> running.add(word(happening)));
        return json;
    }

    /** Does what the body says: one of {@code speed}, {@code paused}, {@code happen}. */
    static void apply(JsonNode body, DemoControls demo) throws BadQuestion {
        if (body.path("speed").isNumber()) {
            try {
                demo.speed(body.path("speed").asDouble());
            } catch (IllegalArgumentException e) {
                throw new BadQuestion("speed", e.getMessage(), "another speed");
            }
        } else if (body.path("paused").isBoolean()) {
            demo.paused(body.path("paused").asBoolean());
        } else if (body.path("happen").isTextual()) {
            demo.happen(happening(body.path("happen").asText()));
        } else {
            throw new BadQuestion(
                    "body", "it says nothing to do", "{\"speed\": 10}, {\"paused\": true} or {\"happen\": \"…\"}");
        }
    }

    private static Happening happening(String word) throws BadQuestion {
        for (Happening happening : Happening.values()) {
            if (word(happening).equals(word)) {
                return happening;
            }
        }
        throw new BadQuestion(
                "happen",
                "nothing is called \"" + word + "\"",
                "one of "
                        + Arrays.stream(Happening.values()).map(DemoJson::word).collect(Collectors.joining(", ")));
    }

    private static String word(Happening happening) {
        return happening.name().toLowerCase(Locale.ROOT);
    }
}
