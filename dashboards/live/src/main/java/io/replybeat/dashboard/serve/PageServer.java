package io.replybeat.dashboard.serve;

import io.replybeat.dashboard.LivePageConfig;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.util.Headers;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Which addresses does the page have?
 *
 * <pre>
 * /               the page and its files, named one by one: nothing else on the class path can be asked for
 * /api/snapshot   the newest snapshot as JSON
 * /api/live       the same, pushed
 * </pre>
 */
public final class PageServer implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Undertow undertow;
    private final URI uri;

    /** @throws PortTaken when somebody else listens there */
    public PageServer(LivePageConfig config, Feed feed) {
        undertow = Undertow.builder()
                .addHttpListener(config.port(), config.host())
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setHandler(new Guard(config.host(), routes(feed)))
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            undertow.stop();
            throw e.getCause() instanceof BindException ? new PortTaken(config, e.getCause()) : e;
        }
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        uri = URI.create("http://" + config.host() + ":" + address.getPort() + "/");
    }

    private static HttpHandler routes(Feed feed) {
        PathHandler routes = Handlers.path(ResponseCodeHandler.HANDLE_404)
                .addExactPath("/", new Asset("index.html", "text/html; charset=utf-8"))
                .addExactPath("/page.css", new Asset("page.css", "text/css; charset=utf-8"))
                .addExactPath("/icon.svg", new Asset("icon.svg", "image/svg+xml"));
        for (String module : new String[] {"page.js", "feed.js", "card.js", "definitions.js", "dom.js", "format.js"}) {
            routes.addExactPath("/" + module, new Asset(module, SCRIPT));
        }
        return routes.addExactPath("/api/snapshot", exchange -> snapshot(exchange, feed))
                .addExactPath("/api/live", Handlers.serverSentEvents(feed));
    }

    private static void snapshot(HttpServerExchange exchange, Feed feed) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, JSON).put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(feed.snapshot().data());
    }

    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
