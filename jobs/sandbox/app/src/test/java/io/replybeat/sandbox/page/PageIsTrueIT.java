package io.replybeat.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.care.metric.QuantileSketch;
import io.replybeat.dashboard.LivePage;
import io.replybeat.dashboard.LivePageConfig;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether every number on the page equals the same question asked of the conversation, fact and message documents, for a
 * day and more of simulated traffic that went through the real pipeline into a real node.
 */
class PageIsTrueIT {

    /** A Wednesday afternoon in Europe, when people wait; in Japan it is night. */
    private static final Instant NOW = Instant.parse("2026-03-04T15:30:20Z");

    private static final List<String> BRANDS =
            List.of("casaverde", "flimmer", "harborline", "hoshimaru", "lumo", "nordwind");

    @TempDir
    static Path directory;

    private static LoadedDay day;
    private static LivePage page;

    @BeforeAll
    static void load() throws Exception {
        day = LoadedDay.until(NOW, directory);
        page = LivePage.start(LivePageConfig.local(0, day.elasticsearch())
                .at(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(1)));
    }

    @AfterAll
    static void stop() {
        page.close();
        day.close();
    }

    /** What the page says of one brand, and the documents that it should say so of. */
    private record Asked(String brand, JsonNode snapshot) {

        static Asked of(String brand, String rest) throws Exception {
            JsonNode snapshot = get("/api/snapshot?brand=" + brand + "&" + rest);
            assertThat(snapshot.path("stale").isNull()).isTrue();
            return new Asked(brand, snapshot);
        }

        /** The value, or null where there is none. */
        Double value(String number) {
            JsonNode value = snapshot.path("numbers").path(number).path("value");
            return value.isNull() ? null : value.asDouble();
        }

        boolean isIn(JsonNode document, String field) {
            return document.has(field)
                    && !instant(document, field).isBefore(instant(snapshot.path("view"), "from"))
                    && instant(document, field).isBefore(instant(snapshot.path("view"), "to"));
        }

        Stream<JsonNode> facts(String kind, String field) {
            return day.facts(brand, kind).stream().filter(fact -> isIn(fact, field));
        }

        void says(String number, double expected) {
            assertThat(value(number)).as(number + " of " + brand).isEqualTo(expected);
        }

        void saysShare(String number, long part, long whole) {
            assertThat(value(number))
                    .as(number + " of " + brand)
                    .isEqualTo(whole == 0 ? null : Double.valueOf((double) part / whole));
        }

        void saysTimes(String timing, List<Long> seconds) {
            QuantileSketch sketch = new QuantileSketch();
            seconds.forEach(each -> sketch.add(each, 1));
            says(timing + ".count", seconds.size());
            if (!seconds.isEmpty()) {
                says(timing + ".p50_seconds", sketch.quantile(0.5));
                says(timing + ".p90_seconds", sketch.quantile(0.9));
                says(timing + ".p95_seconds", sketch.quantile(0.95));
                says(timing + ".mean_seconds", (double) sketch.sum() / sketch.count());
            } else {
                assertThat(value(timing + ".p50_seconds")).isNull();
            }
        }
    }

    @Test
    void waiting_customers_are_those_of_the_conversations_and_the_same_on_every_panel() throws Exception {
        JsonNode all = get("/api/snapshot").path("now");
        long sum = 0;
        for (String brand : BRANDS) {
            JsonNode now = Asked.of(brand, "").snapshot().path("now");
            List<JsonNode> waiting = day.conversations(brand).stream()
                    .filter(conversation -> conversation.has("open_wait_since"))
                    .toList();

            assertThat(now.path("waiting").asLong()).as(brand).isEqualTo(waiting.size());
            assertThat(now.path("oldest_since").textValue())
                    .as(brand)
                    .isEqualTo(waiting.stream()
                            .map(conversation ->
                                    conversation.path("open_wait_since").asText())
                            .min(String::compareTo)
                            .orElse(null));
            assertThat(now.at("/bands/3").asLong()).isEqualTo(count(waiting, c -> instant(c, "open_wait_since")
                    .isBefore(NOW.minus(Duration.ofHours(4)))));
            assertThat(now.path("breached").asLong()).isEqualTo(count(waiting, c -> isDueBefore(c, NOW)));
            assertThat(now.path("at_risk").asLong())
                    .isEqualTo(count(
                            waiting,
                            c -> !isDueBefore(c, NOW)
                                    && isDueBefore(c, NOW.plusSeconds(600).plusMillis(1))));
            assertThat(row(all.at("/by/brand"), brand).path("waiting").asLong()).isEqualTo(waiting.size());
            sum += waiting.size();
        }
        assertThat(all.path("waiting").asLong()).isEqualTo(sum).isGreaterThan(50);
        for (String cut : List.of("brand", "network")) {
            assertThat(sum(all.at("/by/" + cut), "waiting")).as(cut).isEqualTo(sum);
        }
        assertThat(StreamSupport.stream(all.path("bands").spliterator(), false)
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource({"1h, all", "4h, all", "today, all", "24h, all", "24h, business", "24h, off", "today, off"})
    void times_are_those_of_the_facts(String range, String hours) throws Exception {
        for (String brand : BRANDS) {
            Asked asked = Asked.of(brand, "range=" + range + "&hours=" + hours);

            asked.saysTimes("first_response", seconds(asked.facts("first_response", "ended_at"), hours));
            asked.saysTimes(
                    "reply_wait", seconds(asked.facts("reply", "ended_at").filter(by("answered_by", "human")), hours));
            asked.saysTimes(
                    "bot_reply_wait",
                    seconds(asked.facts("reply", "ended_at").filter(by("answered_by", "bot")), hours));
            asked.saysTimes("resolution_time", seconds(asked.facts("resolution", "ended_at"), hours));
        }
    }

    @ParameterizedTest
    @CsvSource({"1h", "today", "24h"})
    void rates_are_those_of_the_facts_and_of_who_still_waits(String range) throws Exception {
        for (String brand : BRANDS) {
            Asked asked = Asked.of(brand, "range=" + range);
            long answered = asked.facts("reply", "started_at").count();
            long unanswered = asked.facts("unanswered", "started_at")
                    .filter(by("reason", "resolved"))
                    .count();
            long noReplyNeeded = asked.facts("unanswered", "started_at")
                    .filter(by("reason", "no_reply_needed"))
                    .count();
            long waiting = count(day.conversations(brand), c -> asked.isIn(c, "open_wait_since"));

            asked.says("waits_answered", answered);
            asked.says("waits_unanswered", unanswered);
            asked.says("waits_no_reply_needed", noReplyNeeded);
            asked.says("waits_waiting", waiting);
            asked.says("waits_received", answered + unanswered + noReplyNeeded + waiting);
            asked.saysShare("reply_rate", answered, answered + unanswered + waiting);

            List<JsonNode> begun = day.conversations(brand).stream()
                    .filter(c -> asked.isIn(c, "started_at"))
                    .toList();
            asked.says("conversations_opened", begun.size());
            asked.saysShare("resolution_rate", count(begun, by("status", "resolved")), begun.size());
            asked.says(
                    "conversations_reopened", asked.facts("reopen", "ended_at").count());
        }
    }

    @ParameterizedTest
    @CsvSource({"first_response", "next_reply", "resolution"})
    void service_levels_are_those_of_the_facts(String target) throws Exception {
        for (String brand : BRANDS) {
            Asked asked = Asked.of(brand, "range=24h");
            List<JsonNode> ofTarget = day.facts(brand, "sla").stream()
                    .filter(by("target", target))
                    .toList();
            long met = count(ofTarget, fact -> by("outcome", "met").test(fact) && asked.isIn(fact, "ended_at"));
            long missed = count(ofTarget, fact -> by("outcome", "breached").test(fact) && asked.isIn(fact, "due_at"));

            asked.says("sla_" + target + "_met", met);
            asked.says("sla_" + target + "_breached", missed);
            asked.saysShare("sla_" + target + "_met_share", met, met + missed);
        }
    }

    @Test
    void volume_and_mood_are_those_of_the_messages() throws Exception {
        for (String brand : BRANDS) {
            Asked asked = Asked.of(brand, "range=24h");
            List<JsonNode> in = day.messages(brand).stream()
                    .filter(by("direction", "inbound"))
                    .filter(message -> asked.isIn(message, "occurred_at"))
                    .toList();
            List<JsonNode> own = in.stream()
                    .filter(message -> !message.path("is_repost").asBoolean())
                    .toList();
            long positive = count(own, message -> label(message).equals("positive"));
            long negative = count(own, message -> label(message).equals("negative"));

            asked.says("messages_in", in.size());
            asked.says("sentiment_positive", positive);
            asked.says("sentiment_negative", negative);
            asked.saysShare("sentiment_net", positive - negative, count(own, message -> !label(message)
                    .isEmpty()));
        }
    }

    @Test
    void the_row_of_a_team_is_that_of_its_facts() throws Exception {
        Asked asked = Asked.of("lumo", "range=24h&by=team");
        List<JsonNode> replies = asked.facts("reply", "ended_at")
                .filter(by("answered_by", "human"))
                .toList();
        for (String team : List.of("lumo-billing", "lumo-technical")) {
            long ofTeam = count(replies, by("team_id", team));

            assertThat(row(asked.snapshot().at("/table/rows"), team)
                            .path("numbers")
                            .path("reply_wait.count")
                            .path("value")
                            .asLong())
                    .as(team)
                    .isEqualTo(ofTeam)
                    .isGreaterThan(10);
            Asked slice = Asked.of("lumo", "range=24h&cut=team&value=" + team);
            slice.says("reply_wait.count", ofTeam);
        }
    }

    private static boolean isDueBefore(JsonNode conversation, Instant at) {
        return Stream.of("first_response", "next_reply")
                .map(target -> conversation.at("/sla/" + target))
                .anyMatch(target ->
                        target.has("due_at") && instant(target, "due_at").isBefore(at));
    }

    private static List<Long> seconds(Stream<JsonNode> facts, String hours) {
        return facts.filter(fact ->
                        !hours.equals("off") || !fact.path("in_business_hours").asBoolean())
                .map(fact -> fact.path(hours.equals("business") ? "business_seconds" : "seconds")
                        .asLong())
                .toList();
    }

    private static String label(JsonNode message) {
        return message.at("/sentiment/label").asText("");
    }

    private static Predicate<JsonNode> by(String field, String value) {
        return document -> document.path(field).asText().equals(value);
    }

    private static long count(List<JsonNode> documents, Predicate<JsonNode> which) {
        return documents.stream().filter(which).count();
    }

    private static long sum(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.path(field).asLong())
                .sum();
    }

    private static JsonNode row(JsonNode rows, String value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(by("value", value))
                .findFirst()
                .orElseThrow();
    }

    private static Instant instant(JsonNode document, String field) {
        return Instant.parse(document.path(field).asText());
    }

    private static JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page.uri().resolve(path)).build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }
}
