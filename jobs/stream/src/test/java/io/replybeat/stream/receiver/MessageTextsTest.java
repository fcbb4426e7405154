package io.replybeat.stream.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Evidence;
import io.replybeat.care.alert.Severity;
import io.replybeat.stream.elastic.ElasticsearchClient;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageTextsTest {

    private static final String FOUND =
            """
            {"hits": {"hits": [
              {"_source": {"event_id": "e2", "text": "Second"}},
              {"_source": {"event_id": "e1", "text": "First"}},
              {"_source": {"event_id": "e3"}}]}}""";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private HttpServer elasticsearch;
    private MessageTexts texts;
    private volatile int status = 200;
    private volatile String body = FOUND;
    private volatile String asked;

    @BeforeEach
    void start() throws IOException {
        elasticsearch = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elasticsearch.setExecutor(threads);
        elasticsearch.createContext("/", exchange -> {
            try (exchange) {
                asked = exchange.getRequestURI() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (body == null) {
                    closed.await();
                    return;
                }
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        elasticsearch.start();
        ElasticsearchOptions options = ElasticsearchOptions.at(
                "http://localhost:" + elasticsearch.getAddress().getPort());
        texts = new MessageTexts.Stored(new ElasticsearchClient(options), "care", Duration.ofMillis(300));
    }

    @AfterEach
    void stop() throws Exception {
        texts.close();
        closed.countDown();
        elasticsearch.stop(0);
        threads.shutdownNow();
    }

    private List<MessageText> find(String... messageIds) throws Exception {
        Evidence evidence = new Evidence(List.of(messageIds), List.of(), List.of(), List.of());
        Alert alert = AlertExamples.of(
                "acme", "x", AlertExamples.TEN_O_CLOCK, Change.FIRED, 1, Severity.WARNING, false, evidence);
        return texts.of(alert).get();
    }

    @Test
    void the_texts_of_the_first_three_messages_come_in_the_order_of_the_evidence() throws Exception {
        assertThat(find("e1", "e2", "e3", "e4"))
                .containsExactly(new MessageText("e1", "First"), new MessageText("e2", "Second"));
        assertThat(asked)
                .startsWith("/care-messages/_search")
                .contains("{\"term\":{\"brand\":\"acme\"}}")
                .contains("{\"terms\":{\"event_id\":[\"e1\",\"e2\",\"e3\"]}}");
    }

    @Test
    void without_messages_nobody_is_asked() throws Exception {
        assertThat(find()).isEmpty();
        assertThat(asked).isNull();
    }

    @Test
    void whatever_goes_wrong_the_alert_is_told_without_texts() throws Exception {
        status = 503;
        body = "{\"error\": \"no master\"}";
        assertThat(find("e1")).isEmpty();
        body = "<html>";
        assertThat(find("e1")).isEmpty();
        body = null;
        assertThat(find("e1")).as("silence").isEmpty();
        elasticsearch.stop(0);
        assertThat(find("e1")).as("nobody listens").isEmpty();
    }
}
