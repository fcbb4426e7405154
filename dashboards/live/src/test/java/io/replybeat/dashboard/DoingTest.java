package io.replybeat.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.dashboard.Acknowledging.Held;
import io.replybeat.dashboard.DemoControls.Happening;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people can do on the page, and who cannot. */
@Timeout(60)
class DoingTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final String ALERT = "volume_spike|acme|topic|billing|2026-03-04T11:00:00Z";
    private static final String TOKEN = "a-token-nobody-guesses";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> done = new ArrayList<>();
    private StubElasticsearch elasticsearch;
    private LivePage page;

    @BeforeEach
    void start() throws Exception {
        elasticsearch = new StubElasticsearch();
        page = LivePage.start(config());
    }

    @AfterEach
    void stop() {
        page.close();
        elasticsearch.close();
    }

    private LivePageConfig config() {
        return LivePageConfig.local(0, elasticsearch.uri())
                .at(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofSeconds(1))
                .with(this::acknowledge, new Demo());
    }

    private Optional<Held> acknowledge(String alert, String by, Instant at, String note) {
        return alert.equals(ALERT) ? Optional.of(new Held(by, at, note)) : Optional.empty();
    }

    @Test
    void an_alert_is_acknowledged_by_name_with_a_note_at_the_servers_time() throws Exception {
        HttpResponse<String> answer =
                post("/api/acknowledge", "{\"alert_id\": \"" + ALERT + "\", \"by\": \"kim\", \"note\": \"calling\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(StubElasticsearch.json(answer.body()))
                .isEqualTo(
                        StubElasticsearch.json(
                                "{\"acknowledged\": {\"by\": \"kim\", \"at\": \"2026-03-04T12:00:00Z\", \"note\": \"calling\"}}"));
    }

    @Test
    void what_is_missing_or_unknown_or_too_long_is_named() throws Exception {
        assertThat(post("/api/acknowledge", "{\"alert_id\": \"x\"}").body()).contains("\"by\"");
        assertThat(post("/api/acknowledge", "{\"alert_id\": \"x\", \"by\": \"kim\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/api/acknowledge", "no json").statusCode()).isEqualTo(400);
        assertThat(post("/api/acknowledge", "{\"alert_id\": \"" + "x".repeat(20_000) + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void another_sites_page_can_do_nothing() throws Exception {
        String body = "{\"happen\": \"billing_outage\"}";

        assertThat(post("/api/demo", body, "http://evil.example", "application/json"))
                .isEqualTo(403);
        assertThat(post("/api/demo", body, origin(), "text/plain")).isEqualTo(403);
        assertThat(post("/api/demo/", body, "http://evil.example", "application/json"))
                .isEqualTo(403);
        assertThat(get("/api/demo/", null).statusCode()).isEqualTo(405);
        assertThat(done).isEmpty();
    }

    @Test
    void the_demo_does_what_it_is_told_and_says_how_it_is() throws Exception {
        HttpResponse<String> answer = post("/api/demo", "{\"happen\": \"billing_outage\"}");
        post("/api/demo", "{\"speed\": 10}");
        post("/api/demo", "{\"paused\": true}");

        assertThat(done).containsExactly("BILLING_OUTAGE", "speed 10.0", "paused true");
        assertThat(StubElasticsearch.json(answer.body()))
                .isEqualTo(
                        StubElasticsearch.json(
                                "{\"speed\": 1.0, \"paused\": false, \"catching_up\": true, \"running\": [\"agents_go_home\"]}"));
        assertThat(post("/api/demo", "{\"speed\": 1000}").body()).contains("0.1 to 60");
        assertThat(post("/api/demo", "{\"happen\": \"rain\"}").body()).contains("influencer_surge");
        assertThat(post("/api/demo", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void with_a_token_nobody_reads_without_it_and_a_browser_keeps_it_out_of_its_address() throws Exception {
        page.close();
        page = LivePage.start(config().publicly("127.0.0.1", TOKEN));

        assertThat(get("/", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/snapshot", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/snapshot?token=wrong", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/snapshot", "Bearer " + TOKEN).statusCode()).isEqualTo(200);

        HttpResponse<String> opened = get("/?brand=acme&token=" + TOKEN, null);
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).contains("/?brand=acme");
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        HttpRequest withCookie = HttpRequest.newBuilder(page.uri().resolve("/api/snapshot"))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .build();
        assertThat(HTTP.send(withCookie, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(page.uri().resolve(path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(request(path, body, origin(), "application/json"), BodyHandlers.ofString());
    }

    private int post(String path, String body, String origin, String type) throws Exception {
        return HTTP.send(request(path, body, origin, type), BodyHandlers.ofString())
                .statusCode();
    }

    private HttpRequest request(String path, String body, String origin, String type) {
        return HttpRequest.newBuilder(page.uri().resolve(path))
                .header("Content-Type", type)
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String origin() {
        URI uri = page.uri();
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private final class Demo implements DemoControls {
        @Override
        public State state() {
            return new State(1, false, true, List.of(Happening.AGENTS_GO_HOME));
        }

        @Override
        public void speed(double factor) {
            if (factor > 60) {
                throw new IllegalArgumentException("speed is 0.1 to 60");
            }
            done.add("speed " + factor);
        }

        @Override
        public void paused(boolean paused) {
            done.add("paused " + paused);
        }

        @Override
        public void happen(Happening happening) {
            done.add(happening.name());
        }
    }
}
