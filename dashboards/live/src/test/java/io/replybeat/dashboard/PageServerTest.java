package io.replybeat.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.dashboard.serve.PortTaken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PageServerTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private StubElasticsearch elasticsearch;
    private LivePage page;

    @BeforeEach
    void start() throws Exception {
        elasticsearch = new StubElasticsearch();
        page = LivePage.start(LivePageConfig.local(0, elasticsearch.uri()));
    }

    @AfterEach
    void stop() {
        page.close();
        elasticsearch.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/page.css",
                "/icon.svg",
                "/page.js",
                "/api/definitions",
                "/api/snapshot",
                "/api/csv?panel=numbers",
                "/api/messages?brand=acme"
            })
    void every_address_is_served_and_told_to_run_nothing_but_our_files(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isNotEmpty();
        assertThat(header(response, "Content-Security-Policy"))
                .startsWith("default-src 'self'; ")
                .doesNotContain("unsafe");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void the_push_is_guarded_like_the_rest() throws Exception {
        try (EventStream stream = EventStream.open(page.uri())) {
            assertThat(stream.response.headers().firstValue("Content-Security-Policy"))
                    .isPresent();
            assertThat(stream.response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/API.md",
                "/read/Query.class",
                "/vendor",
                "/api/acknowledge/1",
                "/../pom.xml",
                "/%2e%2e/LivePage.class",
                "/page.js/x",
                "/api/snapshot/1"
            })
    void nothing_else_can_be_asked_for(String path) throws Exception {
        assertThat(status("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n")).isEqualTo(404);
    }

    @Test
    void the_same_file_is_not_sent_twice() throws Exception {
        String tag = header(get("/page.js"), "ETag");
        HttpRequest again = HttpRequest.newBuilder(page.uri().resolve("/page.js"))
                .header("If-None-Match", tag)
                .build();

        assertThat(HTTP.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    }

    @Test
    void it_only_reads() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(page.uri().resolve("/api/snapshot"))
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(HTTP.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void a_foreign_name_that_leads_here_is_refused() throws Exception {
        assertThat(status("GET /api/snapshot HTTP/1.1\r\nHost: evil.example:"
                        + page.uri().getPort() + "\r\n"))
                .isEqualTo(403);
        assertThat(status("GET /api/snapshot HTTP/1.1\r\nHost: localhost:"
                        + page.uri().getPort() + "\r\n"))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/snapshot?range=fortnight, range",
        "/api/snapshot?cut=team, value",
        "/api/live?hours=lunch, hours",
        "/api/csv, panel",
        "/api/csv?panel=secrets, panel",
        "/api/alert, id",
        "/api/snapshot?brand=a&brand=b, brand"
    })
    void what_is_wrong_with_a_question_is_named_with_the_remedy(String path, String field) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = StubElasticsearch.json(response.body()).path("error");
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("problem").asText()).isNotBlank();
        assertThat(error.path("remedy").asText()).isNotBlank();
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        assertThat(get("/api/alert?id=nobody").statusCode()).isEqualTo(404);
        assertThat(get("/api/conversation?brand=acme&conversation_id=c9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void without_somebody_to_acknowledge_and_outside_a_demo_nothing_can_be_done() throws Exception {
        assertThat(post("/api/acknowledge", "{}", page.uri()).statusCode()).isEqualTo(404);
        assertThat(post("/api/demo", "{}", page.uri()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_taken_port_is_named_with_the_option_that_changes_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> LivePage.start(LivePageConfig.local(port, elasticsearch.uri())))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void a_closed_page_gives_its_port_back() throws Exception {
        URI uri = page.uri();
        try (EventStream stream = EventStream.open(uri)) {
            stream.next();
            page.close();
        }

        page = LivePage.start(LivePageConfig.local(uri.getPort(), elasticsearch.uri()));
        assertThat(page.uri()).isEqualTo(uri);
    }

    private HttpResponse<String> post(String path, String body, URI origin) throws Exception {
        String from = origin.toString();
        HttpRequest request = HttpRequest.newBuilder(page.uri().resolve(path))
                .header("Content-Type", "application/json")
                .header("Origin", from.substring(0, from.length() - 1))
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(page.uri().resolve(path)).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** A request as it stands: an HTTP client would tidy up the path and refuse to set the host. */
    private int status(String request) throws IOException {
        try (Socket socket =
                        new Socket(InetAddress.getLoopbackAddress(), page.uri().getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
