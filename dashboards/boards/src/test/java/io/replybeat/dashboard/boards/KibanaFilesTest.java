package io.replybeat.dashboard.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Kibana does not check when it imports, or answers with an error nobody understands. */
class KibanaFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_object_says_which_kibana_wrote_it_and_refers_to_objects_above_it() throws IOException {
        Set<String> above = new HashSet<>();
        for (JsonNode object : objects()) {
            assertThat(object.path("coreMigrationVersion").asText()).isEqualTo("8.8.0");
            assertThat(object.path("typeMigrationVersion").asText()).isIn("8.0.0", "8.9.0");
            for (JsonNode reference : object.path("references")) {
                assertThat(above).contains(name(reference));
            }
            assertThat(above.add(name(object))).as(name(object)).isTrue();
        }
    }

    @Test
    void every_panel_has_a_title_and_a_description_and_all_its_references_are_the_boards() throws IOException {
        int panels = 0;
        for (JsonNode board : dashboards()) {
            List<String> references = board.path("references").findValuesAsText("name");
            for (JsonNode panel :
                    JSON.readTree(board.at("/attributes/panelsJSON").asText())) {
                panels++;
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.at("/embeddableConfig/description").asText()).isNotBlank();
                String index = panel.path("panelIndex").asText();
                if (panel.path("type").asText().equals("lens")) {
                    assertThat(references).contains(index + ":indexpattern-datasource-layer-layer");
                } else {
                    assertThat(references)
                            .contains(index + ":" + panel.path("panelRefName").asText());
                }
            }
        }
        assertThat(panels).isGreaterThan(40);
    }

    @Test
    void every_column_a_lens_panel_shows_or_computes_with_is_there() throws IOException {
        for (JsonNode board : dashboards()) {
            for (JsonNode panel :
                    JSON.readTree(board.at("/attributes/panelsJSON").asText())) {
                JsonNode state = panel.at("/embeddableConfig/attributes/state");
                JsonNode columns = state.at("/datasourceStates/formBased/layers/layer/columns");
                List<String> named = new ArrayList<>(state.findValuesAsText("columnId"));
                named.addAll(state.findValuesAsText("xAccessor"));
                named.addAll(state.findValuesAsText("splitAccessor"));
                named.addAll(state.findValuesAsText("metricAccessor"));
                state.findValues("accessors").forEach(ids -> ids.forEach(id -> named.add(id.asText())));
                columns.findValues("references").forEach(ids -> ids.forEach(id -> named.add(id.asText())));
                assertThat(named).as(panel.path("title").asText()).allMatch(columns::has);
            }
        }
    }

    @Test
    void a_formula_is_the_same_as_words_and_as_columns() throws IOException {
        String bots = dashboards().get(0).at("/attributes/panelsJSON").asText();
        assertThat(bots)
                .contains("\"formula\":\"sum(waits_answered) / (sum(waits_received) - sum(waits_no_reply_needed))\"")
                .contains("{\"type\":\"function\",\"name\":\"divide\",\"args\":[\"measure0X0\","
                        + "{\"type\":\"function\",\"name\":\"subtract\",\"args\":[\"measure0X1\",\"measure0X2\"]}]}");
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    void the_script_sends_the_file_and_fails_when_kibana_took_only_some(boolean success, int exit) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl: the script is not tested");
        List<String> told = new ArrayList<>();
        HttpServer kibana = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        kibana.createContext("/", request -> {
            String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(request.getRequestURI() + " " + request.getRequestHeaders().getFirst("kbn-xsrf") + " " + body);
            byte[] answer = ("{\"successCount\":1,\"success\":" + success + ",\"errors\":[]}").getBytes();
            request.sendResponseHeaders(200, answer.length);
            request.getResponseBody().write(answer);
            request.close();
        });
        kibana.start();
        try {
            ProcessBuilder script = new ProcessBuilder(
                    BoardFilesTest.DASHBOARDS.resolve("kibana/import.sh").toString());
            script.environment()
                    .put("KIBANA_URL", "http://127.0.0.1:" + kibana.getAddress().getPort());
            assertThat(script.redirectErrorStream(true).start().waitFor()).isEqualTo(exit);
        } finally {
            kibana.stop(0);
        }
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("/api/saved_objects/_import?overwrite=true true ")
                .contains(Boards.files().get("kibana/replybeat.ndjson"));
    }

    private static List<JsonNode> objects() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : Boards.files().get("kibana/replybeat.ndjson").split("\n")) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }

    private static List<JsonNode> dashboards() throws IOException {
        return objects().stream()
                .filter(object -> object.path("type").asText().equals("dashboard"))
                .toList();
    }

    private static String name(JsonNode object) {
        return object.path("type").asText() + "/" + object.path("id").asText();
    }
}
