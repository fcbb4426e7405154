package io.replybeat.dashboard.serve;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may pass? Reading only, addressed to this server by its own name, and every answer tells the browser to run
 * nothing but our own files.
 *
 * <p>The check of the name keeps other sites' pages out: a name that resolves to 127.0.0.1 would otherwise make our numbers
 * theirs (DNS rebinding).
 */
final class Guard implements HttpHandler {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final HttpHandler next;
    private final Set<String> names;

    Guard(String host, HttpHandler next) {
        this.next = next;
        this.names = Stream.of(host, "127.0.0.1", "localhost", "[::1]").collect(Collectors.toSet());
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HEADERS.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        if (!exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED);
        } else if (!names.contains(exchange.getHostName())) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN);
        } else {
            next.handleRequest(exchange);
        }
    }
}
