package io.replybeat.stream.elastic;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One request to Elasticsearch, one answer: over Java's own HTTP client.
 *
 * <p>Repeats nothing and judges nothing; a refused connection, a reset or a time-out completes the future exceptionally.
 */
public final class ElasticsearchClient implements AutoCloseable {

    /** @param body empty, never null */
    public record Answer(int status, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Enough of it for a message. */
        String brief() {
            String text = text().strip();
            return text.length() <= 300 ? text : text.substring(0, 300) + "…";
        }
    }

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final ElasticsearchOptions options;
    private final String authorization;
    private final ExecutorService threads;
    private final HttpClient http;

    public ElasticsearchClient(ElasticsearchOptions options) {
        this.options = options;
        this.authorization = authorization(options.access());
        this.threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "replybeat-elasticsearch");
            thread.setDaemon(true);
            return thread;
        });
        // HTTP/1.1: Elasticsearch speaks no HTTP/2, and an upgrade offer would only be noise.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads);
        Trust.of(options.access()).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /** @param body null for a request without one */
    public CompletableFuture<Answer> send(String method, String path, String contentType, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(options.bulk().requestTimeout())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofByteArray())
                .thenApply(response -> new Answer(response.statusCode(), response.body()));
    }

    private URI address(String path) {
        String base = options.url().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private static String authorization(ElasticsearchOptions.Access access) {
        if (access.apiKey() != null) {
            return "ApiKey " + access.apiKey();
        }
        if (access.username() == null) {
            return null;
        }
        String pair = access.username() + ":" + (access.password() == null ? "" : access.password());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers that are still under way never come; whoever waits for them must not. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
