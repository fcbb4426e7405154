package io.replybeat.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.brand.Brands;
import io.replybeat.dashboard.LivePage;
import io.replybeat.dashboard.LivePageConfig;
import io.replybeat.sandbox.simulator.Settings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether every number on the page equals the same question asked of the conversation and fact documents, for a day and
 * more of simulated traffic that went through the real pipeline into a real node.
 */
class PageIsTrueIT {

    /** A Wednesday afternoon in Europe, when people wait. */
    private static final Instant NOW = Instant.parse("2026-03-04T15:30:20Z");

    private static final double SKETCH_ERROR = 0.01;

    @TempDir
    static Path directory;

    private static LoadedDay day;
    private static JsonNode snapshot;

    @BeforeAll
    static void load() throws Exception {
        day = LoadedDay.until(NOW, directory);
        LivePageConfig config = new LivePageConfig(
                0,
                "127.0.0.1",
                day.elasticsearch(),
                "replybeat",
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofSeconds(1));
        try (LivePage page = LivePage.start(config)) {
            snapshot = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> read(page), json -> json.path("state").asText().equals("live"));
        }
    }

    @AfterAll
    static void stop() {
        day.close();
    }

    @Test
    void it_is_about_six_busy_brands() {
        assertThat(snapshot.path("stale").isNull()).isTrue();
        assertThat(brands()).hasSize(6);
        assertThat(brands().stream()
                        .filter(brand -> brand.at("/waiting/customers").asLong() > 0)
                        .count())
                .isGreaterThanOrEqualTo(3);
        assertThat(number(brands().get(0), "today", "first_response_median")
                        .path("of")
                        .asLong())
                .isGreaterThan(10);
    }

    @Test
    void waiting_customers_and_the_oldest_wait_are_those_of_the_conversations() {
        for (JsonNode brand : brands()) {
            List<Instant> since = day.conversations(name(brand)).stream()
                    .filter(conversation -> conversation.has("open_wait_since"))
                    .map(conversation -> instant(conversation, "open_wait_since"))
                    .toList();
            String oldest = since.stream()
                    .min(Instant::compareTo)
                    .map(Instant::toString)
                    .orElse(null);

            assertThat(brand.at("/waiting/customers").asLong()).as(name(brand)).isEqualTo(since.size());
            assertThat(brand.at("/waiting/oldest_since").textValue())
                    .as(name(brand))
                    .isEqualTo(oldest);
            assertThat(StreamSupport.stream(brand.at("/waiting/bands").spliterator(), false)
                            .mapToLong(JsonNode::asLong)
                            .sum())
                    .isEqualTo(since.size());
            assertThat(brand.at("/waiting/bands/3").asLong())
                    .isEqualTo(since.stream()
                            .filter(at -> at.isBefore(NOW.minus(Duration.ofHours(4))))
                            .count());
        }
    }

    @Test
    void first_responses_are_those_of_the_facts() {
        for (JsonNode brand : brands()) {
            for (String range : List.of("hour", "today")) {
                double[] seconds = day.facts(name(brand), "first_response").stream()
                        .filter(fact -> isIn(brand, range, instant(fact, "ended_at")))
                        .mapToDouble(fact -> fact.path("seconds").asDouble())
                        .sorted()
                        .toArray();

                assertQuantile(brand, range, "first_response_median", seconds, 0.5);
                assertQuantile(brand, range, "first_response_p90", seconds, 0.9);
            }
        }
    }

    @Test
    void the_reply_rate_is_that_of_the_facts_and_of_who_still_waits() {
        for (JsonNode brand : brands()) {
            for (String range : List.of("hour", "today")) {
                long answered = began(brand, range, day.facts(name(brand), "reply"), "started_at");
                List<JsonNode> unanswered = day.facts(name(brand), "unanswered").stream()
                        .filter(fact -> fact.path("reason").asText().equals("resolved"))
                        .toList();
                long asked = answered
                        + began(brand, range, unanswered, "started_at")
                        + began(brand, range, day.conversations(name(brand)), "open_wait_since");

                assertShare(brand, range, "reply_rate", answered, asked);
            }
        }
    }

    @Test
    void the_resolution_rate_is_that_of_the_conversations() {
        for (JsonNode brand : brands()) {
            for (String range : List.of("hour", "today")) {
                List<JsonNode> begun = day.conversations(name(brand)).stream()
                        .filter(conversation -> isIn(brand, range, instant(conversation, "started_at")))
                        .toList();
                long resolved = begun.stream()
                        .filter(conversation ->
                                conversation.path("status").asText().equals("resolved"))
                        .count();

                assertShare(brand, range, "resolution_rate", resolved, begun.size());
            }
        }
    }

    private static void assertQuantile(JsonNode brand, String range, String key, double[] sorted, double share) {
        JsonNode shown = number(brand, range, key);
        assertThat(shown.path("of").asLong()).as(range + " of " + name(brand)).isEqualTo(sorted.length);
        if (sorted.length == 0) {
            assertThat(shown.path("value").isNull()).isTrue();
            return;
        }
        double exact = sorted[(int) Math.ceil(share * sorted.length) - 1];
        assertThat(shown.path("value").asDouble())
                .as(key + " " + range + " of " + name(brand))
                .isCloseTo(exact, within(exact * SKETCH_ERROR));
    }

    private static void assertShare(JsonNode brand, String range, String key, long part, long whole) {
        JsonNode shown = number(brand, range, key);
        assertThat(shown.path("of").asLong())
                .as(key + " " + range + " of " + name(brand))
                .isEqualTo(whole);
        if (whole == 0) {
            assertThat(shown.path("value").isNull()).isTrue();
        } else {
            assertThat(shown.path("value").asDouble())
                    .as(key + " " + range + " of " + name(brand))
                    .isEqualTo((double) part / whole);
        }
    }

    private static long began(JsonNode brand, String range, List<JsonNode> documents, String field) {
        return documents.stream()
                .filter(document -> document.has(field) && isIn(brand, range, instant(document, field)))
                .count();
    }

    /** The minute of now and the 59 before it, or the day of now in the brand's zone. */
    private static boolean isIn(JsonNode brand, String range, Instant at) {
        if (range.equals("hour")) {
            return !at.isBefore(Instant.parse("2026-03-04T14:31:00Z"));
        }
        ZoneId zone = Brands.parse(Settings.demoYaml()).of(name(brand)).zone();
        return at.atZone(zone).toLocalDate().equals(NOW.atZone(zone).toLocalDate());
    }

    private static List<JsonNode> brands() {
        return StreamSupport.stream(snapshot.path("brands").spliterator(), false)
                .toList();
    }

    private static JsonNode number(JsonNode brand, String range, String key) {
        return brand.path("ranges").path(range).path(key);
    }

    private static String name(JsonNode brand) {
        return brand.path("brand").asText();
    }

    private static Instant instant(JsonNode document, String field) {
        return Instant.parse(document.path(field).asText());
    }

    private static JsonNode read(LivePage page) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(page.uri().resolve("/api/snapshot")).build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }
}
