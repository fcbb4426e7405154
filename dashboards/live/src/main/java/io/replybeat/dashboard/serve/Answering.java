package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.read.ElasticsearchFailure;
import io.replybeat.dashboard.view.BadQuestion;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request; what is wrong with it, or with Elasticsearch, is told as JSON that names the remedy. */
final class Answering implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    /** Runs in a thread that may wait. */
    @FunctionalInterface
    interface Question {
        Reply answer(HttpServerExchange exchange)
                throws BadQuestion, NotThere, ElasticsearchFailure, InterruptedException;
    }

    private final Question question;

    Answering(Question question) {
        this.question = question;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.isInIoThread()) {
            exchange.dispatch(this);
            return;
        }
        exchange.startBlocking();
        try {
            question.answer(exchange).send(exchange, StatusCodes.OK);
        } catch (BadQuestion e) {
            refuse(exchange, e);
        } catch (NotThere e) {
            error(e.field(), e.getMessage(), "go back to the list").send(exchange, StatusCodes.NOT_FOUND);
        } catch (ElasticsearchFailure | IllegalStateException e) {
            LOG.warn("{} not answered: {}", exchange.getRequestPath(), e.getMessage());
            error("elasticsearch", e.getMessage(), "try again in a moment")
                    .send(exchange, StatusCodes.SERVICE_UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            error("server", "it is being stopped", "try again later").send(exchange, StatusCodes.SERVICE_UNAVAILABLE);
        }
    }

    static void refuse(HttpServerExchange exchange, BadQuestion mistake) {
        error(mistake.field(), mistake.getMessage(), mistake.remedy()).send(exchange, StatusCodes.BAD_REQUEST);
    }

    private static Reply error(String field, String problem, String remedy) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("error").put("field", field).put("problem", problem).put("remedy", remedy);
        return Reply.json(json);
    }
}
