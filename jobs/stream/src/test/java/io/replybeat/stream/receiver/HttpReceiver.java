package io.replybeat.stream.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Somebody who is told of alerts over real HTTP, with a switch for every way that can fail. */
public final class HttpReceiver implements AutoCloseable {

    public enum Fault {
        NONE,
        UNAVAILABLE,
        TOO_MANY_REQUESTS,
        /** It is heard, but no answer comes until the server is closed. */
        SILENCE,
        /** It is heard and the head of an answer comes, but never its end. */
        DRIPPING,
        /** It is heard, then the connection breaks in the middle of the answer. */
        RESET_IN_THE_ANSWER
    }

    /** @param headers the first value of each, names in lower case */
    public record Told(String path, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Told> all = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Told> unread = new LinkedBlockingQueue<>();
    private volatile Fault fault = Fault.NONE;
    private volatile int status = 200;

    public HttpReceiver() throws IOException {
        this(0);
    }

    /** @param port 0 for any */
    public HttpReceiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/told");
    }

    public void failsBy(Fault newFault) {
        fault = newFault;
    }

    void answers(int newStatus) {
        status = newStatus;
    }

    public List<Told> told() {
        return List.copyOf(all);
    }

    /** The next that comes. */
    public Told next() throws InterruptedException {
        Told next = unread.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing told in 20 s");
        }
        return next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        // As it was when the request came, whatever the test does once it has seen it.
        Fault now = fault;
        try (exchange;
                InputStream in = exchange.getRequestBody()) {
            Told told = new Told(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(Locale.ROOT),
                                    header -> header.getValue().get(0))),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (now != Fault.UNAVAILABLE && now != Fault.TOO_MANY_REQUESTS && status < 300) {
                all.add(told);
                unread.add(told);
            }
            answer(exchange, now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Fault now) throws IOException, InterruptedException {
        switch (now) {
            case NONE -> answer(exchange, status, "ok");
            case UNAVAILABLE -> answer(exchange, 503, "<html>down\nfor maintenance</html>");
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders().add("Retry-After", "7");
                answer(exchange, 429, "slow down");
            }
            case SILENCE -> closed.await();
            case DRIPPING -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write('o');
                exchange.getResponseBody().flush();
                closed.await();
            }
            case RESET_IN_THE_ANSWER -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write('o');
                exchange.getResponseBody().flush();
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.repeat(1_000).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "/elsewhere");
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
