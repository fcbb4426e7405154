package io.replybeat.sandbox.latency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.latency.Latencies.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How many customers of a brand wait, as an open page knows it, and since when? Reads the stream that a browser reads. */
final class PageWatch implements AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Shown ENDED = new Shown(0, -1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<Shown> numbers = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private final String brand;

    private PageWatch(Stream<String> lines, String brand) {
        this.lines = lines;
        this.brand = brand;
    }

    /** @throws CannotMeasure when there is no page */
    static PageWatch open(URI page, String brand) throws InterruptedException {
        URI live = page.resolve("/api/live?brand=" + brand);
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
        try {
            HttpResponse<Stream<String>> answer =
                    http.send(HttpRequest.newBuilder(live).build(), BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new CannotMeasure(live + " answered with status " + answer.statusCode());
            }
            PageWatch watch = new PageWatch(answer.body(), brand);
            Thread thread = new Thread(watch::read, "page-watch");
            thread.setDaemon(true);
            thread.start();
            return watch;
        } catch (IOException e) {
            throw new CannotMeasure(
                    "No page at " + page + ". Start ./replybeat demo, or say where it is: --page URL", e);
        }
    }

    /** The next number that comes before then, in {@link System#nanoTime}, or null. */
    Shown nextUntil(long nanos) throws InterruptedException {
        Shown next = numbers.poll(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == ENDED) {
            throw new CannotMeasure("The page ended its stream.");
        }
        return next;
    }

    private void read() {
        String event = "";
        try {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("event:")) {
                    event = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:") && event.equals("snapshot")) {
                    JsonNode snapshot = JSON.readTree(line.substring("data:".length()));
                    if (snapshot.path("state").asText().equals("live")) {
                        numbers.add(new Shown(System.nanoTime(), waiting(snapshot, brand)));
                    }
                }
            }
        } catch (JsonProcessingException | UncheckedIOException ended) {
            // Whoever asks for the next number is told.
        } finally {
            numbers.add(ENDED);
        }
    }

    /** A brand of which the page knows nobody is not on it. */
    private static long waiting(JsonNode snapshot, String brand) {
        for (JsonNode row : snapshot.at("/now/by/brand")) {
            if (row.path("value").asText().equals(brand)) {
                return row.path("waiting").asLong();
            }
        }
        return 0;
    }

    @Override
    public void close() {
        lines.close();
    }
}
