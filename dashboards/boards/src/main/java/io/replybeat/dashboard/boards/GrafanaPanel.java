package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import io.replybeat.dashboard.boards.Panel.Show;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How does Grafana read a panel? */
final class GrafanaPanel {

    /** Further back than any open wait; the time range of the board does not matter to how things stand now. */
    private static final String ALL_TIME = "5y";

    private GrafanaPanel() {}

    static Map<String, Object> of(int id, Board.Placed place) {
        Panel panel = place.panel();
        Map<String, Object> json = object(
                "id", id,
                "type", type(panel),
                "title", panel.title(),
                "description", panel.description(),
                "gridPos", object("x", place.x(), "y", place.y(), "w", panel.width(), "h", panel.height()),
                "datasource", source(panel.ask()),
                "targets", GrafanaTargets.of(panel.ask()),
                "fieldConfig", object("defaults", defaults(panel), "overrides", overrides(panel)),
                "options", options(panel.show()),
                "transformations", transformations(panel.ask()));
        if (isNow(panel.ask())) {
            json.put("timeFrom", ALL_TIME);
            json.put("hideTimeOverride", true);
        }
        return json;
    }

    private static String type(Panel panel) {
        return switch (panel.show()) {
            case NUMBER -> "stat";
            case LINES, SHARES -> "timeseries";
            case BARS -> panel.ask() instanceof Ask.Figures figures && !figures.overTime() ? "barchart" : "timeseries";
            case TABLE, LIST -> "table";
        };
    }

    private static Map<String, Object> source(Ask ask) {
        if (ask instanceof Ask.Figures figures) {
            return GrafanaVariables.source(figures.documents());
        }
        return ask instanceof Ask.Records records
                ? GrafanaVariables.source(records.documents())
                : GrafanaVariables.prometheus();
    }

    private static boolean isNow(Ask ask) {
        return ask instanceof Ask.Figures figures && figures.documents().isNow();
    }

    private static Map<String, Object> defaults(Panel panel) {
        return object("unit", unit(panel.ask()).grafana(), "custom", custom(panel.show()));
    }

    private static Unit unit(Ask ask) {
        if (ask instanceof Ask.Figures figures) {
            return figures.measures().get(0).unit();
        }
        return ask instanceof Ask.Promql promql ? promql.unit() : Unit.COUNT;
    }

    private static Map<String, Object> custom(Show show) {
        return switch (show) {
            case LINES -> object("drawStyle", "line", "lineWidth", 2, "fillOpacity", 5, "showPoints", "never");
            case BARS -> bars("normal");
            case SHARES -> bars("percent");
            default -> object();
        };
    }

    private static Map<String, Object> bars(String stacking) {
        return object(
                "drawStyle",
                "bars",
                "lineWidth",
                0,
                "fillOpacity",
                80,
                "stacking",
                object("mode", stacking, "group", "A"));
    }

    private static Map<String, Object> options(Show show) {
        return switch (show) {
            case NUMBER ->
                object(
                        "reduceOptions", object("calcs", List.of("lastNotNull"), "fields", "", "values", false),
                        "colorMode", "none",
                        "graphMode", "none",
                        "textMode", "value");
            case LINES, BARS, SHARES ->
                object(
                        "legend", object("displayMode", "list", "placement", "bottom", "showLegend", true),
                        "tooltip", object("mode", "multi", "sort", "desc"));
            case TABLE, LIST -> object("showHeader", true, "cellHeight", "sm");
        };
    }

    /** Units of the columns that differ from the first, and the links. */
    private static List<Object> overrides(Panel panel) {
        List<Object> overrides = new ArrayList<>();
        if (panel.ask() instanceof Ask.Figures figures && panel.show() == Show.TABLE) {
            for (Measure measure : figures.measures()) {
                overrides.add(override(measure.label(), "unit", measure.unit().grafana()));
            }
        } else if (panel.ask() instanceof Ask.Records records) {
            records.links()
                    .forEach((column, url) -> overrides.add(override(
                            column, "links", List.of(object("title", "The messages of that time", "url", url)))));
        }
        return overrides;
    }

    private static Map<String, Object> override(String column, String property, Object value) {
        return object(
                "matcher", object("id", "byName", "options", column),
                "properties", List.of(object("id", property, "value", value)));
    }

    private static List<Object> transformations(Ask ask) {
        if (ask instanceof Ask.Records records) {
            Map<String, Object> order = new LinkedHashMap<>();
            records.columns().forEach(column -> order.put(column, order.size()));
            return List.of(
                    object(
                            "id",
                            "filterFieldsByName",
                            "options",
                            object("include", object("names", records.columns()))),
                    object("id", "organize", "options", object("indexByName", order)));
        }
        if (ask instanceof Ask.Figures figures
                && !figures.overTime()
                && figures.group().isPresent()) {
            return List.of(
                    object("id", "organize", "options", object("renameByName", GrafanaTargets.columnNames(figures))));
        }
        return List.of();
    }
}
