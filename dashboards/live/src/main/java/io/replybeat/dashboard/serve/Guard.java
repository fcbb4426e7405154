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
 * What may pass? Reading, and the two things a page can do; addressed to this server by its own name; by people who know the
 * token where there is one. Every answer tells the browser to run nothing but our own files.
 *
 * <p>The check of the name keeps other sites' pages out: a name that resolves to 127.0.0.1 would otherwise make our numbers
 * theirs (DNS rebinding). With a token that is not needed, as a browser keeps it for our name alone.
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

    private static final Set<String> DOING = Set.of("/api/acknowledge", "/api/demo");

    private final Set<String> names;
    private final HttpHandler next;

    /** @param token null where everybody who reaches the port may read */
    Guard(String host, String token, HttpHandler next) {
        this.names = token != null
                ? null
                : Stream.of(host, "127.0.0.1", "localhost", "[::1]").collect(Collectors.toSet());
        this.next = token == null ? next : new TokenCheck(token, next);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HEADERS.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        Set<HttpString> allowed = does(exchange) ? Set.of(Methods.POST) : Set.of(Methods.GET, Methods.HEAD);
        if (!allowed.contains(exchange.getRequestMethod())) {
            allowed.forEach(method -> exchange.getResponseHeaders().add(Headers.ALLOW, method.toString()));
            exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED);
        } else if (names != null && !names.contains(exchange.getHostName())) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN);
        } else if (exchange.getRequestMethod().equals(Methods.POST) && !isOfOurPage(exchange)) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN);
        } else {
            next.handleRequest(exchange);
        }
    }

    /** Routes are found with slashes at their end, too. */
    private static boolean does(HttpServerExchange exchange) {
        return DOING.contains(exchange.getRequestPath().replaceAll("/+$", ""));
    }

    /** A browser says truly where a request comes from, and sends JSON to others only if they allow it. */
    private static boolean isOfOurPage(HttpServerExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        String host = exchange.getHostAndPort();
        return type != null
                && type.startsWith("application/json")
                && (("http://" + host).equals(origin) || ("https://" + host).equals(origin));
    }
}
