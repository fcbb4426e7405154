package io.replybeat.dashboard.boards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What makes a board of Grafana a good one, as its own linter sees it. */
class GrafanaFilesTest {

    private static final Pattern REFERENCE = Pattern.compile("\\$(\\w+)");

    @Test
    void every_panel_says_what_it_is_in_which_unit_and_asks_something() throws IOException {
        for (JsonNode board : boards()) {
            Set<Integer> ids = new HashSet<>();
            for (JsonNode panel : panels(board)) {
                String title = panel.path("title").asText();
                assertThat(title).isNotBlank();
                assertThat(panel.path("description").asText()).as(title).isNotBlank();
                assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                        .as(title)
                        .isNotBlank();
                assertThat(panel.path("targets")).as(title).isNotEmpty();
                assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            }
        }
    }

    @Test
    void every_data_source_is_a_variable_of_the_board() throws IOException {
        for (JsonNode board : boards()) {
            Set<String> allowed = new HashSet<>(Set.of("__expr__"));
            board.at("/templating/list")
                    .forEach(
                            variable -> allowed.add("${" + variable.path("name").asText() + "}"));
            assertThat(board.findValues("datasource"))
                    .isNotEmpty()
                    .extracting(source -> source.path("uid").asText())
                    .isSubsetOf(allowed);
        }
    }

    @Test
    void an_expression_names_targets_of_its_panel() throws IOException {
        int expressions = 0;
        for (JsonNode board : boards()) {
            for (JsonNode panel : panels(board)) {
                List<String> targets = panel.path("targets").findValuesAsText("refId");
                for (JsonNode expression : panel.path("targets").findValues("expression")) {
                    expressions++;
                    String formula = expression.asText();
                    assertThat(
                                    formula.startsWith("$")
                                            ? REFERENCE
                                                    .matcher(formula)
                                                    .results()
                                                    .map((MatchResult found) -> found.group(1))
                                                    .toList()
                                            : List.of(formula))
                            .as(panel.path("title").asText())
                            .isSubsetOf(targets);
                }
            }
        }
        assertThat(expressions).isGreaterThan(10);
    }

    @Test
    void metrics_are_those_of_the_chosen_job_and_rates_fit_the_scrape_interval() throws IOException {
        List<String> expressions = Boards.PIPELINE.panels().stream()
                .flatMap(panel -> ((Ask.Promql) panel.ask()).series().stream())
                .map(Ask.Series::expression)
                .toList();
        assertThat(expressions)
                .isNotEmpty()
                .filteredOn(expression -> !expression.contains("_Status_JVM_"))
                .allSatisfy(expression -> assertThat(expression).contains("job_name=\"$job_name\""))
                .filteredOn(expression -> expression.contains("rate("))
                .allSatisfy(expression -> assertThat(expression).contains("[$__rate_interval]"));
    }

    @Test
    void data_sources_are_provisioned_under_the_names_boards_look_for() throws IOException {
        Map<String, Object> file = new Yaml()
                .load(Files.readString(
                        BoardFilesTest.DASHBOARDS.resolve("grafana/provisioning/datasources/replybeat.yaml")));
        for (Documents documents : Documents.values()) {
            assertThat((List<?>) file.get("datasources"))
                    .filteredOn(source -> ((Map<?, ?>) source).get("name").equals("Replybeat " + documents.id()))
                    .singleElement()
                    .extracting(source -> ((Map<?, ?>) source).get("jsonData"))
                    .isEqualTo(Map.of("index", documents.alias(), "timeField", documents.timeField()));
        }
    }

    private static List<JsonNode> boards() throws IOException {
        List<JsonNode> boards = new ArrayList<>();
        for (Map.Entry<String, String> file : Boards.files().entrySet()) {
            if (file.getKey().startsWith("grafana/")) {
                boards.add(new ObjectMapper().readTree(file.getValue()));
            }
        }
        assertThat(boards).hasSize(3);
        return boards;
    }

    private static List<JsonNode> panels(JsonNode board) {
        List<JsonNode> panels = new ArrayList<>();
        board.path("panels").forEach(panels::add);
        panels.removeIf(panel -> panel.path("type").asText().equals("row"));
        return panels;
    }
}
