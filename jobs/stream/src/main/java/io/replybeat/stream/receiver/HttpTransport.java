package io.replybeat.stream.receiver;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One request to a receiver, one answer, over Java's own HTTP client; follows no redirect and repeats nothing.
 *
 * <p>The time-out is that of the whole exchange: a receiver that drips its answer is as silent as one that gives none.
 */
final class HttpTransport implements Delivery.Transport {

    private static final int SHOWN_BYTES = 300;

    private final Duration timeout;
    private final ExecutorService threads;
    private final HttpClient http;

    HttpTransport(String receiver, Duration timeout) {
        this.timeout = timeout;
        this.threads = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "replybeat-" + receiver);
            thread.setDaemon(true);
            return thread;
        });
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .executor(threads)
                .build();
    }

    @Override
    public CompletableFuture<Answer> post(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.url())
                .timeout(timeout)
                .header("User-Agent", "replybeat")
                .POST(BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> exchange = http.sendAsync(
                request.build(),
                BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(
                        bytes -> beginning.write(bytes, 0, Math.min(bytes.length, SHOWN_BYTES - beginning.size())))));
        CompletableFuture<Answer> answer = exchange.thenApply(response -> new Answer(
                response.statusCode(),
                response.headers().firstValue("Retry-After").orElse(null),
                shown(beginning)));
        answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, error) -> exchange.cancel(true));
        return answer;
    }

    /** In one line: it goes into the log. */
    private static String shown(ByteArrayOutputStream beginning) {
        return beginning
                .toString(StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    /** Answers that are still under way never come; whoever waits for them must not. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
