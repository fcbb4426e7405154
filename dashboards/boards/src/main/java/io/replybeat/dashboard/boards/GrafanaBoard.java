package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How does Grafana (10 and newer) read a board? */
final class GrafanaBoard {

    private static final int SCHEMA_VERSION = 41;
    private static final int ROW_HEIGHT = 1;

    private GrafanaBoard() {}

    static Map<String, Object> of(Board board) {
        return object(
                "uid", board.uid(),
                "title", board.title(),
                "description", board.description(),
                "tags", List.of("replybeat"),
                "schemaVersion", SCHEMA_VERSION,
                "version", 1,
                "editable", false,
                "graphTooltip", 1,
                "timezone", "browser",
                "time", object("from", board.from(), "to", "now"),
                "refresh", board.refresh() + "s",
                "annotations", object("list", List.of()),
                "links", List.of(otherBoards()),
                "templating", object("list", GrafanaVariables.of(board)),
                "panels", panels(board));
    }

    private static Map<String, Object> otherBoards() {
        return object(
                "title",
                "Replybeat",
                "type",
                "dashboards",
                "tags",
                List.of("replybeat"),
                "asDropdown",
                true,
                "includeVars",
                true,
                "keepTime",
                true,
                "targetBlank",
                false,
                "icon",
                "external link",
                "tooltip",
                "The other boards",
                "url",
                "");
    }

    private static List<Object> panels(Board board) {
        List<Object> panels = new ArrayList<>();
        int top = 0;
        for (Board.Section section : board.sections()) {
            panels.add(row(panels.size() + 1, section.title(), top));
            List<Board.Placed> places = Board.places(section, top + ROW_HEIGHT);
            for (Board.Placed place : places) {
                panels.add(GrafanaPanel.of(panels.size() + 1, place));
            }
            top = Board.bottom(places);
        }
        return panels;
    }

    private static Map<String, Object> row(int id, String title, int y) {
        return object(
                "id",
                id,
                "type",
                "row",
                "title",
                title,
                "collapsed",
                false,
                "gridPos",
                object("x", 0, "y", y, "w", 24, "h", ROW_HEIGHT),
                "panels",
                List.of());
    }
}
