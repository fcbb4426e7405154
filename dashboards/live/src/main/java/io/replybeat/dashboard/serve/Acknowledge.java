package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.Acknowledging;
import io.replybeat.dashboard.Acknowledging.Held;
import io.replybeat.dashboard.view.BadQuestion;
import io.undertow.server.HttpServerExchange;
import java.time.Clock;

/** Takes an alert upon somebody; the answer says who looks after it now. */
final class Acknowledge implements Answering.Question {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2_000;

    private final Acknowledging acknowledging;
    private final Clock clock;

    Acknowledge(Acknowledging acknowledging, Clock clock) {
        this.acknowledging = acknowledging;
        this.clock = clock;
    }

    @Override
    public Reply answer(HttpServerExchange exchange) throws BadQuestion, NotThere {
        JsonNode body = Parameters.body(exchange);
        String id = text(body, "alert_id", 1_024);
        String by = text(body, "by", LONGEST_NAME);
        String note = body.path("note").asText("").isBlank() ? null : text(body, "note", LONGEST_NOTE);
        Held held = acknowledging
                .acknowledge(id, by, clock.instant(), note)
                .orElseThrow(() -> new NotThere("alert_id", "there is no such alert"));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("acknowledged")
                .put("by", held.by())
                .put("at", held.at().toString())
                .put("note", held.note());
        return Reply.json(json);
    }

    private static String text(JsonNode body, String field, int longest) throws BadQuestion {
        String text = body.path(field).asText("");
        if (text.isBlank()) {
            throw new BadQuestion(field, "it is missing", "say " + field);
        }
        if (text.length() > longest) {
            throw new BadQuestion(field, "it is longer than " + longest + " characters", "a shorter one");
        }
        return text;
    }
}
