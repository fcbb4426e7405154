package io.replybeat.sandbox.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.replybeat.sandbox.latency.Latencies.Shown;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageWatchTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void only_snapshots_of_a_page_that_has_numbers_count() throws Exception {
        String stream = event("snapshot", "{\"state\":\"starting\"}")
                + event("heartbeat", "{}")
                + event("snapshot", "{\"state\":\"live\",\"now\":{\"by\":{\"brand\":[]}}}")
                + event(
                        "snapshot",
                        "{\"state\":\"live\",\"now\":{\"by\":{\"brand\":[{\"value\":\"other\",\"waiting\":9},"
                                + "{\"value\":\"acme\",\"waiting\":12}]}}}");
        assertThat(numbers(stream)).containsExactly(0L, 12L);
    }

    @Test
    void where_there_is_no_page_it_says_how_to_name_it() {
        assertThatThrownBy(() -> PageWatch.open(URI.create("http://127.0.0.1:1/"), "acme"))
                .isInstanceOf(CannotMeasure.class)
                .hasMessageContaining("--page");
    }

    /** What the watch tells until the page is gone; it is the last that ends the loop. */
    private static List<Long> numbers(String stream) throws Exception {
        HttpServer page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page.createContext("/api/live", exchange -> {
            byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        page.start();
        URI uri = URI.create("http://127.0.0.1:" + page.getAddress().getPort() + "/");
        List<Long> numbers = new ArrayList<>();
        try (PageWatch watch = PageWatch.open(uri, "acme")) {
            while (true) {
                Shown next = watch.nextUntil(System.nanoTime() + LONG.toNanos());
                numbers.add(next.waiting());
            }
        } catch (CannotMeasure ended) {
            assertThat(ended).hasMessageContaining("ended");
        } finally {
            page.stop(0);
        }
        return numbers;
    }

    private static String event(String name, String data) {
        return "event: " + name + "\nid: 1\ndata: " + data + "\n\n";
    }
}
