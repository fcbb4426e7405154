package io.replybeat.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A page as a browser opens it: reads events one by one, waiting for each. */
final class EventStream implements AutoCloseable {

    record Event(String name, String id, JsonNode data) {
        boolean isSnapshot() {
            return name.equals("snapshot");
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static EventStream open(URI page) throws Exception {
        return open(page, null);
    }

    static EventStream open(URI page, String lastEventId) throws Exception {
        return of(page.resolve("/api/live"), lastEventId);
    }

    static EventStream of(URI live, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(live);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new EventStream(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    }

    Event next() throws IOException {
        String name = "message";
        String id = null;
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && data.length() > 0) {
                return new Event(name, id, MAPPER.readTree(data.toString()));
            } else if (line.startsWith("event:")) {
                name = line.substring(6).trim();
            } else if (line.startsWith("id:")) {
                id = line.substring(3).trim();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5));
            }
        }
        throw new IOException("the stream ended");
    }

    Event next(Predicate<Event> wanted) throws IOException {
        Event event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
