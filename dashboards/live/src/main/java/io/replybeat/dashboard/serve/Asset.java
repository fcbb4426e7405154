package io.replybeat.dashboard.serve;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One file of the page, read from the class path once.
 *
 * <p>The browser asks again every time and gets 304 while the bytes are the same: a jar's file dates are those of the
 * release, so dates would keep an old script alive.
 */
final class Asset implements HttpHandler {

    private final String contentType;
    private final byte[] bytes;
    private final ETag tag;

    /** Empty where the page has no such file. */
    static Optional<Asset> of(String name, String contentType) {
        try (InputStream in = Asset.class.getResourceAsStream("/io/replybeat/dashboard/page/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new Asset(contentType, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Asset(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.tag = new ETag(false, HexFormat.of().formatHex(sha256(bytes), 0, 12));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, "no-cache")
                .put(Headers.ETAG, tag.toString())
                .put(Headers.CONTENT_TYPE, contentType);
        if (!ETagUtils.handleIfNoneMatch(exchange, tag, true)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            return;
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
