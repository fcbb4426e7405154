package io.replybeat.dashboard.serve;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.ResponseCodeHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's own files, by their names. Names can hold nothing that leads elsewhere on the class path. */
final class PageFiles implements HttpHandler {

    private static final Pattern NAME =
            Pattern.compile("/((?:[a-z]+/)?[A-Za-z][A-Za-z0-9-]*(?:\\.[a-z]+)*\\.([a-z]+))");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String path = exchange.getRequestPath().equals("/") ? "/index.html" : exchange.getRequestPath();
        Matcher name = NAME.matcher(path);
        if (!name.matches() || !TYPES.containsKey(name.group(2))) {
            ResponseCodeHandler.HANDLE_404.handleRequest(exchange);
            return;
        }
        HttpHandler file = read.get(name.group(1));
        if (file == null) {
            Optional<Asset> found = Asset.of(name.group(1), TYPES.get(name.group(2)));
            // Only what there is, so that asking for names costs no memory.
            found.ifPresent(asset -> read.put(name.group(1), asset));
            file = found.isPresent() ? found.get() : ResponseCodeHandler.HANDLE_404;
        }
        file.handleRequest(exchange);
    }
}
