package io.replybeat.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What lies in an export of Kibana: dashboards with their panels, and what they refer to. */
final class KibanaObjects {

    /** A panel and what it asks of which alias. */
    record Panel(String title, PanelSearch search, String alias) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIST_SIZE = 100;

    /** By type and id. */
    private final Map<String, JsonNode> objects = new HashMap<>();

    static KibanaObjects read(Path ndjson) throws IOException {
        KibanaObjects kibana = new KibanaObjects();
        for (String line : Files.readAllLines(ndjson)) {
            JsonNode object = JSON.readTree(line);
            kibana.objects.put(
                    object.path("type").asText() + "/" + object.path("id").asText(), object);
        }
        return kibana;
    }

    List<Panel> panels(String dashboard) throws IOException {
        JsonNode board = objects.get("dashboard/" + dashboard);
        List<Panel> panels = new ArrayList<>();
        for (JsonNode panel : JSON.readTree(board.at("/attributes/panelsJSON").asText())) {
            String title = panel.path("title").asText();
            if (panel.path("type").asText().equals("search")) {
                JsonNode search = referred(
                        board,
                        panel.path("panelIndex").asText() + ":"
                                + panel.path("panelRefName").asText());
                panels.add(list(title, search));
            } else {
                JsonNode lens = panel.at("/embeddableConfig/attributes");
                JsonNode view = referred(lens, "indexpattern-datasource-layer-layer");
                panels.add(new Panel(title, LensSearch.of(lens, timeField(view)), alias(view)));
            }
        }
        return panels;
    }

    private Panel list(String title, JsonNode search) throws IOException {
        JsonNode source = JSON.readTree(
                search.at("/attributes/kibanaSavedObjectMeta/searchSourceJSON").asText());
        JsonNode view = referred(search, source.path("indexRefName").asText());
        return new Panel(
                title, PanelSearch.list(source.at("/query/query").asText(), timeField(view), LIST_SIZE), alias(view));
    }

    private JsonNode referred(JsonNode from, String name) {
        for (JsonNode reference : from.path("references")) {
            if (reference.path("name").asText().equals(name)) {
                return objects.get(reference.path("type").asText() + "/"
                        + reference.path("id").asText());
            }
        }
        throw new AssertionError("nothing is referred to as " + name);
    }

    private static String timeField(JsonNode view) {
        return view.at("/attributes/timeFieldName").textValue();
    }

    private static String alias(JsonNode view) {
        return view.at("/attributes/title").asText();
    }
}
