package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import io.replybeat.dashboard.boards.Panel.Show;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How does Kibana import boards? As saved objects, one a line: the data views, lists and dashboards, each after what it
 * refers to. Written as Kibana 8.9 writes them; newer ones migrate what they import, older ones refuse it.
 */
final class KibanaExport {

    static final String VERSION = "8.9.0";

    private static final String CORE_VERSION = "8.8.0";

    private final List<Object> searches = new ArrayList<>();
    private final TreeSet<Documents> asked = new TreeSet<>();

    private KibanaExport() {}

    static String of(List<Board> boards) {
        KibanaExport export = new KibanaExport();
        List<Object> dashboards = new ArrayList<>();
        boards.forEach(board -> dashboards.add(export.dashboard(board)));
        List<Object> objects = new ArrayList<>();
        export.asked.forEach(documents -> objects.add(KibanaDataView.of(documents)));
        objects.addAll(export.searches);
        objects.addAll(dashboards);
        return objects.stream().map(Json::line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What stands around every saved object. */
    static Map<String, Object> savedObject(
            String type, String version, String id, Map<String, Object> attributes, List<Object> references) {
        return object(
                "type", type,
                "id", id,
                "attributes", attributes,
                "references", references,
                "managed", false,
                "coreMigrationVersion", CORE_VERSION,
                "typeMigrationVersion", version);
    }

    static Map<String, Object> reference(String name, String type, String id) {
        return object("name", name, "type", type, "id", id);
    }

    private Map<String, Object> dashboard(Board board) {
        List<Object> panels = new ArrayList<>();
        List<Object> references = new ArrayList<>();
        int top = 0;
        for (Board.Section section : board.sections()) {
            List<Board.Placed> places = Board.places(section, top);
            places.forEach(place -> panels.add(panel(board, place, Integer.toString(panels.size() + 1), references)));
            top = Board.bottom(places);
        }
        references.add(reference(
                "controlGroup_" + KibanaControls.BRAND + ":optionsListDataView",
                "index-pattern",
                KibanaDataView.id(Documents.WINDOWS)));
        asked.add(Documents.WINDOWS);
        return savedObject(
                "dashboard",
                VERSION,
                board.uid(),
                object(
                        "title", "Replybeat: " + board.title(),
                        "description", board.description(),
                        "panelsJSON", Json.line(panels),
                        "optionsJSON",
                                Json.line(object(
                                        "useMargins", true,
                                        "syncColors", true,
                                        "syncCursor", true,
                                        "syncTooltips", false,
                                        "hidePanelTitles", false)),
                        "controlGroupInput", KibanaControls.brand(),
                        "timeRestore", true,
                        "timeFrom", board.from(),
                        "timeTo", "now",
                        "refreshInterval", object("pause", false, "value", board.refresh() * 1000),
                        "kibanaSavedObjectMeta", object("searchSourceJSON", Json.line(allDocuments())),
                        "version", 1),
                references);
    }

    private static Map<String, Object> allDocuments() {
        return object("query", object("query", "", "language", "lucene"), "filter", List.of());
    }

    private Map<String, Object> panel(Board board, Board.Placed place, String index, List<Object> references) {
        Panel panel = place.panel();
        Map<String, Object> json = object(
                "version",
                VERSION,
                "type",
                panel.show() == Show.LIST ? "search" : "lens",
                "gridData",
                grid(place, index),
                "panelIndex",
                index,
                "title",
                panel.title());
        Map<String, Object> config = object("description", panel.description(), "hidePanelTitles", false);
        if (panel.ask() instanceof Ask.Records records) {
            asked.add(records.documents());
            String id = board.uid() + "-list-" + index;
            searches.add(KibanaSearch.of(id, panel, records));
            json.put("panelRefName", "panel_" + index);
            references.add(reference(index + ":panel_" + index, "search", id));
        } else {
            Ask.Figures figures = (Ask.Figures) panel.ask();
            asked.add(figures.documents());
            config.put("attributes", KibanaLens.of(panel, figures));
            references.add(reference(
                    index + ":" + KibanaLens.REFERENCE, "index-pattern", KibanaDataView.id(figures.documents())));
        }
        config.put("enhancements", new LinkedHashMap<>());
        json.put("embeddableConfig", config);
        return json;
    }

    /** Kibana's grid has 48 columns, and rows two thirds as high as Grafana's. */
    private static Map<String, Object> grid(Board.Placed place, String index) {
        int top = place.y() * 3 / 2;
        int bottom = (place.y() + place.panel().height()) * 3 / 2;
        return object("x", place.x() * 2, "y", top, "w", place.panel().width() * 2, "h", bottom - top, "i", index);
    }
}
