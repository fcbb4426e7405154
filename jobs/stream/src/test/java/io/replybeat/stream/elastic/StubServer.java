package io.replybeat.stream.elastic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that answers like Elasticsearch over real HTTP, with a switch for every way a network can fail. */
public final class StubServer implements AutoCloseable {

    public enum Fault {
        NONE,
        TOO_MANY_REQUESTS,
        UNAVAILABLE,
        UNAUTHORIZED,
        /** The documents are taken, then the connection breaks in the middle of the answer. */
        RESET_IN_THE_ANSWER,
        /** The documents are taken, but no answer comes until the server is closed. */
        SILENCE,
        /** A proxy answers in its place. */
        NOT_JSON
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, byte[]> templates = new ConcurrentHashMap<>();
    final FakeIndices indices = new FakeIndices();
    final AtomicInteger requests = new AtomicInteger();
    volatile Fault fault = Fault.NONE;
    volatile String lastAuthorization;

    public StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void failsBy(Fault newFault) {
        fault = newFault;
    }

    public Map<String, String> found() {
        return indices.found();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readAllBytes();
            requests.incrementAndGet();
            lastAuthorization = exchange.getRequestHeaders().getFirst("Authorization");
            switch (fault) {
                case NONE -> serve(exchange, body);
                case TOO_MANY_REQUESTS -> answer(exchange, 429, "{\"error\":\"slow down\"}");
                case UNAVAILABLE -> answer(exchange, 503, "{\"error\":\"no master\"}");
                case UNAUTHORIZED -> answer(exchange, 401, "{\"error\":\"who are you\"}");
                case NOT_JSON -> answer(exchange, 200, "<html>maintenance</html>");
                case RESET_IN_THE_ANSWER -> {
                    byte[] answer = indices.bulk(body);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer, 0, answer.length / 2);
                    exchange.getResponseBody().flush();
                }
                case SILENCE -> {
                    indices.bulk(body);
                    closed.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/_bulk")) {
            answer(exchange, 200, new String(indices.bulk(body), StandardCharsets.UTF_8));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            templates.put(path, body);
            answer(exchange, 200, "{\"acknowledged\":true}");
        } else if (!templates.containsKey(path)) {
            answer(exchange, 404, "{\"status\":404}");
        } else {
            String kind = path.startsWith("/_index") ? "index_template" : "component_template";
            String template = new String(templates.get(path), StandardCharsets.UTF_8);
            answer(exchange, 200, "{\"" + kind + "s\":[{\"name\":\"n\",\"" + kind + "\":" + template + "}]}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
