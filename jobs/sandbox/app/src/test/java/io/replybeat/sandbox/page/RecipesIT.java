package io.replybeat.sandbox.page;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.sandbox.simulator.Incident;
import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.document.MappedField;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block of docs/recipes.md finds something in a day and a half of traffic, and what it finds is what the documents say. */
class RecipesIT {

    private static final Instant NOW = Instant.parse("2026-03-04T15:30:20Z");
    private static final Instant A_DAY_AGO = NOW.minus(Duration.ofHours(24));

    /** Windows of an hour that begin within a day begin here: no brand of the demo has a zone of half an hour. */
    private static final Instant FIRST_HOUR = Instant.parse("2026-03-03T16:00:00Z");

    private static final String ALERT = "callout_surge|nordwind|brand|nordwind|2026-03-04T13:10:00Z";
    private static final Instant TAKEN_AT = Instant.parse("2026-03-04T13:40:00Z");

    @TempDir
    static Path directory;

    private static LoadedDay day;

    @BeforeAll
    static void load() throws Exception {
        day = LoadedDay.until(
                NOW,
                directory,
                Map.of("windows.cuts", "brand"),
                List.of(
                        incident(Incident.Kind.BILLING_OUTAGE, "lumo", "2026-03-04T10:30:00Z", 90),
                        incident(Incident.Kind.INFLUENCER_SURGE, "nordwind", "2026-03-04T13:10:00Z", 8)));
        try (Acknowledgements people =
                new Acknowledgements(ElasticsearchOptions.at(day.elasticsearch().toString()))) {
            people.acknowledge(ALERT, "Mia", TAKEN_AT, "on it");
        }
    }

    private static Incident incident(Incident.Kind kind, String brand, String start, int minutes) {
        return new Incident(kind, brand, Instant.parse(start), Duration.ofMinutes(minutes));
    }

    @AfterAll
    static void stop() {
        day.close();
    }

    static List<Recipe> recipes() throws IOException {
        return Recipe.all();
    }

    static Stream<Recipe> inQueryDsl() throws IOException {
        return Recipe.all().stream().filter(recipe -> !recipe.isEsql());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void it_runs_and_finds_something(Recipe recipe) throws IOException {
        JsonNode answer = recipe.askOf(day, NOW);
        assertThat(
                        recipe.isEsql()
                                ? answer.path("values").size()
                                : answer.at("/hits/total/value").asInt())
                .isPositive();
        assertThat(answer.findValues("buckets"))
                .allSatisfy(buckets -> assertThat(buckets).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("inQueryDsl")
    void it_names_only_fields_that_are_there(Recipe recipe) throws IOException {
        Set<String> known = new TreeSet<>(Set.of("_index"));
        for (String index : recipe.path().replace("/_search", "").split(",")) {
            known.addAll(MappedField.pathsOf(index.replaceAll("^/?replybeat-|-\\*$", "")));
        }
        Set<String> named = new TreeSet<>();
        collectFields(recipe.body(), named);
        assertThat(named).allSatisfy(field -> assertThat(known)
                .anyMatch(path -> path.equals(field) || path.startsWith(field + ".")));
    }

    @Test
    void first_responses_by_network_are_those_of_the_facts() throws IOException {
        Map<String, List<Long>> seconds = new TreeMap<>();
        all("facts", "{\"term\":{\"kind\":\"first_response\"}}").stream()
                .filter(fact -> !instant(fact, "ended_at").isBefore(A_DAY_AGO))
                .forEach(fact -> seconds.computeIfAbsent(text(fact, "network"), network -> new ArrayList<>())
                        .add(fact.path("seconds").asLong()));
        String title = "Median and p90 of first responses by network";
        assertThat(rows(title)).hasSameSizeAs(seconds.keySet()).allSatisfy(row -> {
            List<Long> sorted =
                    seconds.get(row.get("network").asText()).stream().sorted().toList();
            assertThat(row.get("answers").asInt()).isEqualTo(sorted.size());
            assertMedian(row.get("median").asDouble(), sorted);
        });
        assertThat(buckets(title, "by_network")).hasSameSizeAs(seconds.keySet()).allSatisfy((network, bucket) -> {
            List<Long> sorted = seconds.get(network).stream().sorted().toList();
            assertThat(bucket.path("doc_count").asInt()).isEqualTo(sorted.size());
            assertMedian(bucket.at("/seconds/values/50.0").asDouble(), sorted);
        });
    }

    /** Of an even number anything between the two in the middle; the digest may be a place off. */
    private static void assertMedian(double median, List<Long> sorted) {
        int middle = sorted.size() / 2;
        assertThat(median).isBetween((double) sorted.get(Math.max(0, middle - 2)), (double)
                sorted.get(Math.min(sorted.size() - 1, middle + 1)));
    }

    @Test
    void who_waits_are_the_conversations_with_an_open_wait() throws IOException {
        Map<String, Long> waiting = count(
                all("conversations", "{\"exists\":{\"field\":\"open_wait_since\"}}"),
                conversation -> conversation.path("team_id").asText("(none)"));
        String title = "Who waits now, by team";
        assertThat(counts(buckets(title, "by_team"))).isEqualTo(waiting);
        assertThat(count(rows(title), "team_id", "customers")).isEqualTo(waiting);
    }

    @Test
    void compliance_by_tier_is_that_of_the_facts() throws IOException {
        Map<String, Long> met = count(
                all(
                        "facts",
                        "{\"bool\":{\"filter\":[{\"term\":{\"kind\":\"sla\"}},{\"term\":{\"outcome\":\"met\"}}]}}"),
                fact -> fact.path("tier").asInt() + " " + text(fact, "target"));
        Map<String, Long> told = new TreeMap<>();
        rows("SLA compliance by tier")
                .forEach(row -> told.put(
                        row.get("tier").asInt() + " " + row.get("target").asText(),
                        row.get("met").asLong()));
        assertThat(told).isEqualTo(met);
        Map<String, Long> toldByDsl = new TreeMap<>();
        buckets("SLA compliance by tier", "by_tier").forEach((tier, bucket) -> bucket.at("/by_target/buckets")
                .forEach(target -> toldByDsl.put(
                        tier + " " + text(target, "key"),
                        target.at("/met/doc_count").asLong())));
        assertThat(toldByDsl).isEqualTo(met);
    }

    @Test
    void the_parts_of_the_reply_rate_are_facts_and_open_waits() throws IOException {
        Map<String, Long> answered = began("{\"term\":{\"kind\":\"reply\"}}");
        Map<String, Long> unanswered = began("{\"term\":{\"reason\":\"resolved\"}}");
        Map<String, Long> noReplyNeeded = began("{\"term\":{\"reason\":\"no_reply_needed\"}}");
        Map<String, JsonNode> byDsl = buckets("Reply rate and its parts", "by_brand");
        assertThat(rows("Reply rate and its parts")).hasSize(6).allSatisfy(row -> {
            String brand = row.get("brand").asText();
            assertThat(row.get("answered").asLong()).isEqualTo(answered.getOrDefault(brand, 0L));
            assertThat(row.get("unanswered").asLong()).isEqualTo(unanswered.getOrDefault(brand, 0L));
            assertThat(row.get("no_reply_needed").asLong()).isEqualTo(noReplyNeeded.getOrDefault(brand, 0L));
            for (String part : List.of("received", "answered", "no_reply_needed", "unanswered", "waiting")) {
                assertThat(byDsl.get(brand).at("/" + part + "/value").asLong())
                        .as(part)
                        .isEqualTo(row.get(part).asLong());
            }
        });
    }

    /** Facts whose span began in one of the hours, by brand. */
    private static Map<String, Long> began(String query) {
        return count(
                all("facts", query).stream()
                        .filter(fact -> !instant(fact, "started_at").isBefore(FIRST_HOUR))
                        .toList(),
                fact -> text(fact, "brand"));
    }

    @Test
    void verdicts_by_hour_and_topics_are_those_of_the_messages() throws IOException {
        List<JsonNode> written = all(
                        "messages",
                        "{\"bool\":{\"filter\":[{\"term\":{\"brand\":\"lumo\"}},{\"term\":{\"direction\":\"inbound\"}},{\"term\":{\"is_repost\":false}}]}}")
                .stream()
                .filter(message -> !instant(message, "occurred_at").isBefore(A_DAY_AGO))
                .toList();

        Map<String, Long> verdicts = count(
                written.stream()
                        .filter(message -> message.has("sentiment"))
                        .filter(message -> !instant(message, "occurred_at").isBefore(FIRST_HOUR))
                        .toList(),
                message -> text(message, "occurred_at").substring(0, 13));
        Map<String, Long> told = new TreeMap<>();
        rows("Net sentiment hour by hour").stream()
                .filter(row -> row.get("verdicts").asLong() > 0)
                .forEach(row -> told.put(
                        row.get("start").asText().substring(0, 13),
                        row.get("verdicts").asLong()));
        assertThat(told).isEqualTo(verdicts);

        Map<String, Long> topics = new TreeMap<>();
        written.forEach(
                message -> message.path("topics").forEach(topic -> topics.merge(topic.asText(), 1L, Long::sum)));
        String title = "Top topics and how angry they are";
        assertThat(count(rows(title), "topics", "messages")).isEqualTo(topics);
        assertThat(counts(buckets(title, "by_topic"))).isEqualTo(topics);
    }

    @Test
    void an_alert_meets_who_took_it_and_its_messages() throws IOException {
        JsonNode alert = all("alerts", "{\"term\":{\"id\":\"" + ALERT + "\"}}").get(0);
        List<Map<String, JsonNode>> alerts = rows("Alerts and how long until somebody took them");
        assertThat(alerts).hasSameSizeAs(all("alerts", "{\"match_all\":{}}"));
        assertThat(alerts)
                .filteredOn(row -> row.get("taken_by").asText().equals("Mia"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("alert").asText()).isEqualTo(ALERT);
                    assertThat(row.get("rule").asText()).isEqualTo("callout_surge");
                    assertThat(row.get("seconds_to_acknowledge").asLong())
                            .isEqualTo(Duration.between(instant(alert, "fired_at"), TAKEN_AT)
                                    .toSeconds());
                });
        assertThat(hits("The messages behind an alert"))
                .hasSameSizeAs(alert.at("/evidence/message_ids"))
                .allSatisfy(message -> assertThat(text(message, "network")).isEqualTo("x"));
    }

    @Test
    void the_hours_of_a_day_add_up_to_the_window_of_the_day() throws IOException {
        Map<String, JsonNode> days = new TreeMap<>();
        all("windows", "{\"bool\":{\"filter\":[{\"term\":{\"brand\":\"nordwind\"}},{\"term\":{\"size\":\"1d\"}}]}}")
                .forEach(window ->
                        days.put(Long.toString(instant(window, "start").toEpochMilli()), window));
        assertThat(buckets("Hours added up to days", "by_day"))
                .hasSameSizeAs(days.keySet())
                .allSatisfy((start, bucket) -> {
                    JsonNode window = days.get(start);
                    assertThat(bucket.at("/messages_in/value").asLong())
                            .isEqualTo(window.path("messages_in").asLong());
                    assertThat(bucket.at("/replies/value").asLong())
                            .isEqualTo(window.at("/reply_wait/count").asLong());
                    assertThat(bucket.at("/reply_seconds/value").asLong())
                            .isEqualTo(window.at("/reply_wait/sum_seconds").asLong());
                });
    }

    private static void collectFields(JsonNode query, Set<String> into) {
        query.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "field" -> into.add(value.asText());
                case "_source" -> value.forEach(field -> into.add(field.asText()));
                case "sort" ->
                    value.forEach(field -> into.add(
                            field.isTextual()
                                    ? field.asText()
                                    : field.fieldNames().next()));
                case "term", "range", "prefix" -> value.fieldNames().forEachRemaining(into::add);
                default -> {}
            }
            if (entry.getKey().equals("terms") && !value.has("field")) {
                value.fieldNames().forEachRemaining(into::add);
            }
            collectFields(value, into);
        });
        if (query.isArray()) {
            query.forEach(element -> collectFields(element, into));
        }
    }

    private static Recipe recipe(String title, String language) throws IOException {
        return Recipe.all().stream()
                .filter(recipe ->
                        recipe.title().equals(title) && recipe.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, JsonNode>> rows(String title) throws IOException {
        return Recipe.rows(recipe(title, "esql").askOf(day, NOW));
    }

    private static List<JsonNode> hits(String title) throws IOException {
        return recipe(title, "http").askOf(day, NOW).at("/hits/hits").findValues("_source");
    }

    private static Map<String, JsonNode> buckets(String title, String aggregation) throws IOException {
        Map<String, JsonNode> buckets = new TreeMap<>();
        recipe(title, "http")
                .askOf(day, NOW)
                .at("/aggregations/" + aggregation + "/buckets")
                .forEach(bucket -> buckets.put(bucket.path("key").asText(), bucket));
        return buckets;
    }

    private static Map<String, Long> counts(Map<String, JsonNode> buckets) {
        Map<String, Long> counts = new TreeMap<>();
        buckets.forEach(
                (key, bucket) -> counts.put(key, bucket.path("doc_count").asLong()));
        return counts;
    }

    private static Map<String, Long> count(List<Map<String, JsonNode>> rows, String by, String column) {
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.put(
                row.get(by).isNull() ? "(none)" : row.get(by).asText(),
                row.get(column).asLong()));
        return counts;
    }

    private static Map<String, Long> count(List<JsonNode> documents, Function<JsonNode, String> by) {
        return documents.stream().collect(groupingBy(by, TreeMap::new, counting()));
    }

    private static List<JsonNode> all(String kind, String query) {
        return day.documents(kind, query);
    }

    private static String text(JsonNode document, String field) {
        return document.path(field).asText();
    }

    private static Instant instant(JsonNode document, String field) {
        return Instant.parse(text(document, field));
    }
}
