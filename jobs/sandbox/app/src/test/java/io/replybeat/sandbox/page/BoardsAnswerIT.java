package io.replybeat.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.simulator.Incident;
import io.replybeat.sandbox.simulator.Incident.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the panels of Kibana and Grafana have something to show: the queries in their files are asked of a real node that
 * holds a day and more of simulated traffic. Not tested here, as neither tool can be had: whether they draw what they get.
 */
class BoardsAnswerIT {

    /** A Wednesday afternoon in Europe, when people wait. */
    private static final Instant NOW = Instant.parse("2026-03-04T15:30:20Z");

    private static final Instant FROM = NOW.minus(Duration.ofHours(24));
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(5 * 365));
    private static final Path DASHBOARDS = Path.of("../../../dashboards");
    private static final List<String> CARE_BOARDS = List.of("care-lead", "alerts");

    /** Nobody answered those that day: one of its numbers is 0. */
    private static final String WITHOUT_ANSWERS = "alerts: Callouts";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private static LoadedDay day;

    @BeforeAll
    static void load() throws Exception {
        day = LoadedDay.until(
                NOW,
                directory,
                Map.of("windows.cuts", "brand,topic,language", "windows.sizes", "1m"),
                List.of(
                        new Incident(
                                Kind.BILLING_OUTAGE, "lumo", NOW.minus(Duration.ofHours(1)), Duration.ofMinutes(70)),
                        new Incident(
                                Kind.INFLUENCER_SURGE,
                                "nordwind",
                                Instant.parse("2026-03-04T13:10:00Z"),
                                Duration.ofMinutes(8))));
    }

    @AfterAll
    static void stop() {
        day.close();
    }

    @Test
    void every_panel_of_grafana_has_something_to_show() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (String board : CARE_BOARDS) {
            for (JsonNode panel : grafanaPanels(board)) {
                for (JsonNode target : elasticsearchTargets(panel)) {
                    String name = board + ": " + panel.path("title").asText();
                    assertShows(all, name, GrafanaSearch.of(target, "*"), grafanaAlias(target), from(panel));
                }
            }
        }
        all.assertAll();
    }

    @Test
    void every_panel_of_kibana_has_something_to_show() throws IOException {
        SoftAssertions all = new SoftAssertions();
        KibanaObjects kibana = KibanaObjects.read(DASHBOARDS.resolve("kibana/replybeat.ndjson"));
        for (String board : CARE_BOARDS) {
            for (KibanaObjects.Panel panel : kibana.panels("replybeat-" + board)) {
                assertShows(all, board + ": " + panel.title(), panel.search(), panel.alias(), FROM);
            }
        }
        all.assertAll();
    }

    @Test
    void both_tools_show_the_same_numbers() throws IOException {
        KibanaObjects kibana = KibanaObjects.read(DASHBOARDS.resolve("kibana/replybeat.ndjson"));
        for (String board : CARE_BOARDS) {
            Map<String, List<Double>> shown = new HashMap<>();
            for (KibanaObjects.Panel panel : kibana.panels("replybeat-" + board)) {
                shown.put(panel.title(), numbers(panel.search(), panel.alias(), FROM));
            }
            for (JsonNode panel : grafanaPanels(board)) {
                String title = panel.path("title").asText();
                assertThat(grafanaNumbers(panel)).as(board + ": " + title).isEqualTo(shown.get(title));
            }
        }
    }

    @Test
    void a_chosen_brand_is_all_a_panel_of_grafana_shows() throws IOException {
        JsonNode waiting = grafanaPanels("care-lead").get(0);
        PanelSearch ofOne = GrafanaSearch.of(waiting.at("/targets/0"), "(\"lumo\")");
        assertThat(numbers(ofOne, "replybeat-conversations", LONG_AGO))
                .containsExactly((double) day.conversations("lumo").stream()
                        .filter(conversation -> conversation.has("open_wait_since"))
                        .count());
    }

    private static void assertShows(SoftAssertions all, String panel, PanelSearch search, String alias, Instant from) {
        JsonNode answer = day.search(alias, search.body(from, NOW));
        all.assertThat(answer.at("/hits/total/value").asLong()).as(panel).isPositive();
        search.numbers(answer).forEach((measure, numbers) -> all.assertThat(numbers)
                .as(panel + ", " + measure)
                .anyMatch(number -> number > (panel.equals(WITHOUT_ANSWERS) ? -1 : 0)));
    }

    /** Of all its targets; sums that an expression adds up before it divides are added up. */
    private static List<Double> grafanaNumbers(JsonNode panel) {
        boolean reduced = panel.path("targets").findValuesAsText("reducer").contains("sum");
        List<Double> numbers = new ArrayList<>();
        for (JsonNode target : elasticsearchTargets(panel)) {
            List<Double> series = numbers(GrafanaSearch.of(target, "*"), grafanaAlias(target), from(panel));
            double sum = series.stream().mapToDouble(number -> number).sum();
            numbers.addAll(reduced ? List.of(sum) : series);
        }
        numbers.sort(null);
        return numbers;
    }

    private static List<Double> numbers(PanelSearch search, String alias, Instant from) {
        List<Double> numbers = new ArrayList<>();
        search.numbers(day.search(alias, search.body(from, NOW))).values().forEach(numbers::addAll);
        numbers.sort(null);
        return numbers;
    }

    /** A panel about how things stand now looks further back than its board. */
    private static Instant from(JsonNode panel) {
        return panel.has("timeFrom") ? LONG_AGO : FROM;
    }

    private static List<JsonNode> grafanaPanels(String board) throws IOException {
        JsonNode json = JSON.readTree(Files.readString(DASHBOARDS.resolve("grafana/" + board + ".json")));
        return PanelSearch.list(json.path("panels"), panel -> panel).stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    private static List<JsonNode> elasticsearchTargets(JsonNode panel) {
        return PanelSearch.list(panel.path("targets"), target -> target).stream()
                .filter(target -> target.at("/datasource/type").asText().equals("elasticsearch"))
                .toList();
    }

    /** As provisioning/datasources names them. */
    private static String grafanaAlias(JsonNode target) {
        String variable = target.at("/datasource/uid").asText();
        return "replybeat-" + variable.replaceAll("[${}]|_now", "");
    }
}
