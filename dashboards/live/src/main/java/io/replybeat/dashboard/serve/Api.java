package io.replybeat.dashboard.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.LivePageConfig;
import io.replybeat.dashboard.read.Definitions;
import io.replybeat.dashboard.read.Details;
import io.replybeat.dashboard.read.ElasticsearchFailure;
import io.replybeat.dashboard.view.BadQuestion;
import io.undertow.Handlers;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.util.HttpString;
import java.time.Clock;
import java.time.Duration;

/**
 * What can a page ask? What it asks and gets: API.md beside the module.
 *
 * <pre>
 * definitions                           what numbers mean
 * live, snapshot, csv                   the numbers of a view: pushed, once, as a file  ─▶ {@link Feeds}
 * alert, conversation, author, messages what lies behind them                           ─▶ {@link Details}
 * acknowledge, demo                     doing something
 * </pre>
 */
final class Api {

    /** Longer than any question to Elasticsearch takes before it fails. */
    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(6);

    private final LivePageConfig config;
    private final Feeds feeds;
    private final Details details;
    private final Clock clock;

    Api(LivePageConfig config, Feeds feeds, Details details) {
        this.config = config;
        this.feeds = feeds;
        this.details = details;
        this.clock = config.clock();
    }

    PathHandler routes() {
        ObjectNode definitions = Definitions.json();
        PathHandler routes = Handlers.path(ResponseCodeHandler.HANDLE_404)
                .addExactPath("/definitions", new Answering(exchange -> Reply.json(definitions)))
                .addExactPath("/live", this::live)
                .addExactPath("/snapshot", new Answering(this::snapshot))
                .addExactPath("/csv", new Answering(this::csv))
                .addExactPath("/alert", new Answering(this::alert))
                .addExactPath("/conversation", new Answering(this::conversation))
                .addExactPath("/author", new Answering(this::author))
                .addExactPath("/messages", new Answering(this::messages));
        if (config.acknowledging() != null) {
            routes.addExactPath("/acknowledge", new Answering(new Acknowledge(config.acknowledging(), clock)));
        }
        if (config.demo() != null) {
            routes.addExactPath("/demo", new Answering(this::demo));
        }
        return routes;
    }

    private void live(HttpServerExchange exchange) throws Exception {
        Feed feed;
        try {
            feed = feed(exchange);
        } catch (BadQuestion mistake) {
            Answering.refuse(exchange, mistake);
            return;
        }
        // A proxy that gathers answers would hold the numbers back.
        exchange.getResponseHeaders().put(new HttpString("X-Accel-Buffering"), "no");
        Handlers.serverSentEvents(feed).handleRequest(exchange);
    }

    private Reply snapshot(HttpServerExchange exchange) throws BadQuestion, InterruptedException {
        Feed feed = feed(exchange);
        feed.awaitFirst(FIRST_ANSWER_WITHIN);
        return Reply.json(feed.snapshot().data());
    }

    private Reply csv(HttpServerExchange exchange) throws BadQuestion, InterruptedException {
        String panel = Parameters.required(exchange, "panel");
        String fileName = "replybeat-" + Csv.known(panel) + ".csv";
        Feed feed = feed(exchange);
        feed.awaitFirst(FIRST_ANSWER_WITHIN);
        if (!feed.content().has("numbers")) {
            throw new IllegalStateException("Elasticsearch has not answered yet");
        }
        return Reply.csv(fileName, Csv.of(panel, feed.content()));
    }

    private Feed feed(HttpServerExchange exchange) throws BadQuestion {
        return feeds.of(Parameters.view(exchange))
                .orElseThrow(() ->
                        new BadQuestion("view", "too many different views are open", "close one, or look at theirs"));
    }

    private Reply alert(HttpServerExchange exchange)
            throws BadQuestion, NotThere, ElasticsearchFailure, InterruptedException {
        return details.alert(Parameters.required(exchange, "id"), clock.instant())
                .map(Reply::json)
                .orElseThrow(() -> new NotThere("id", "there is no such alert"));
    }

    private Reply conversation(HttpServerExchange exchange)
            throws BadQuestion, NotThere, ElasticsearchFailure, InterruptedException {
        return details.conversation(
                        Parameters.required(exchange, "brand"), Parameters.required(exchange, "conversation_id"))
                .map(Reply::json)
                .orElseThrow(() -> new NotThere("conversation_id", "there is no such conversation"));
    }

    private Reply author(HttpServerExchange exchange) throws BadQuestion, ElasticsearchFailure, InterruptedException {
        return Reply.json(details.author(
                Parameters.required(exchange, "id"), Parameters.optional(exchange, "network"), clock.instant()));
    }

    private Reply messages(HttpServerExchange exchange) throws BadQuestion, ElasticsearchFailure, InterruptedException {
        return Reply.json(details.messages(
                Parameters.view(exchange),
                Parameters.optional(exchange, "topic"),
                Parameters.optional(exchange, "sentiment"),
                clock.instant()));
    }

    private Reply demo(HttpServerExchange exchange) throws BadQuestion {
        JsonNode body = Parameters.body(exchange);
        DemoJson.apply(body, config.demo());
        return Reply.json(DemoJson.of(config.demo().state()));
    }
}
