package io.replybeat.dashboard.serve;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Deque;

/**
 * Does whoever asks know the token?
 *
 * <p>Programs send it as {@code Authorization: Bearer TOKEN}. People open {@code /?token=TOKEN} once: their browser keeps it in a
 * cookie that no script can read, and goes on to the same view without it, so that it is in no link and no
 * history.
 */
final class TokenCheck implements HttpHandler {

    private static final String COOKIE = "replybeat-token";
    private static final String BEARER = "Bearer ";
    private static final int THIRTY_DAYS = 30 * 24 * 3_600;

    private final byte[] token;
    private final HttpHandler next;

    TokenCheck(String token, HttpHandler next) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Deque<String> given = exchange.getQueryParameters().get("token");
        if (given != null && isRight(given.getFirst())) {
            keep(given.getFirst(), exchange);
        } else if (isRight(bearer(exchange)) || isRight(cookie(exchange))) {
            next.handleRequest(exchange);
        } else {
            exchange.setStatusCode(StatusCodes.UNAUTHORIZED);
            exchange.getResponseHeaders()
                    .put(Headers.WWW_AUTHENTICATE, "Bearer")
                    .put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
            exchange.getResponseSender()
                    .send(
                            "This page wants to know who you are: open the address with ?token=… that the server printed.\n");
        }
    }

    private static void keep(String right, HttpServerExchange exchange) {
        exchange.setResponseCookie(new CookieImpl(COOKIE, right)
                .setPath("/")
                .setMaxAge(THIRTY_DAYS)
                .setHttpOnly(true)
                .setSecure("https".equals(exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_PROTO)))
                .setSameSite(true)
                // Links in a chat must open; what is done needs our own origin beside it.
                .setSameSiteMode("Lax"));
        String rest =
                exchange.getQueryString().replaceAll("(^|&)token=[^&]*", "").replaceFirst("^&", "");
        exchange.setStatusCode(StatusCodes.SEE_OTHER);
        exchange.getResponseHeaders()
                .put(Headers.LOCATION, "/" + (rest.isEmpty() ? "" : "?" + rest))
                .put(Headers.CACHE_CONTROL, "no-store");
        exchange.endExchange();
    }

    private static String bearer(HttpServerExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    private static String cookie(HttpServerExchange exchange) {
        Cookie cookie = exchange.getRequestCookie(COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    /** Takes as long for a wrong one as for the right one. */
    private boolean isRight(String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }
}
