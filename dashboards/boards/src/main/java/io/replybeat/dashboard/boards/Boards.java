package io.replybeat.dashboard.boards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which boards are there, and which files say so to Kibana and Grafana? */
public final class Boards {

    /** About customers: in both tools. */
    public static final List<Board> CARE = List.of(CareLead.BOARD, AlertBoard.BOARD);

    /** About the job: its metrics are in Prometheus, so in Grafana only. */
    public static final Board PIPELINE = PipelineHealth.BOARD;

    private Boards() {}

    /** The text of each file, by its path in the folder {@code dashboards}. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("kibana/replybeat.ndjson", KibanaExport.of(CARE));
        CARE.forEach(board -> files.put(grafanaPath(board), Json.page(GrafanaBoard.of(board))));
        files.put(grafanaPath(PIPELINE), Json.page(GrafanaBoard.of(PIPELINE)));
        return files;
    }

    private static String grafanaPath(Board board) {
        return "grafana/" + board.uid().replaceFirst("^replybeat-", "") + ".json";
    }
}
