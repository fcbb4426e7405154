package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What can people choose on a board, and from where do its panels take their data? */
final class GrafanaVariables {

    /** Chosen by people: which brands. All of them is {@code *}. */
    static final String BRAND_QUERY = "brand:${brand:lucene}";

    private GrafanaVariables() {}

    static List<Object> of(Board board) {
        List<Object> variables = new ArrayList<>();
        TreeSet<Documents> asked = asked(board);
        if (asked.isEmpty()) {
            variables.add(source("prometheus", "Prometheus", "prometheus", "", 0));
            variables.add(job());
        } else {
            variables.add(brand());
            asked.add(Documents.WINDOWS);
            asked.forEach(documents -> variables.add(source(
                    variable(documents),
                    documents.id(),
                    "elasticsearch",
                    "/^Replybeat " + documents.id() + "$/",
                    HIDDEN)));
        }
        return variables;
    }

    /** As which data source a panel names these documents. */
    static Map<String, Object> source(Documents documents) {
        return object("type", "elasticsearch", "uid", "${" + variable(documents) + "}");
    }

    static Map<String, Object> prometheus() {
        return object("type", "prometheus", "uid", "${prometheus}");
    }

    private static final int HIDDEN = 2;

    private static TreeSet<Documents> asked(Board board) {
        TreeSet<Documents> asked = new TreeSet<>();
        for (Panel panel : board.panels()) {
            if (panel.ask() instanceof Ask.Figures figures) {
                asked.add(figures.documents());
            } else if (panel.ask() instanceof Ask.Records records) {
                asked.add(records.documents());
            }
        }
        return asked;
    }

    /** A variable's name has no hyphen. */
    private static String variable(Documents documents) {
        return documents.id().replace('-', '_');
    }

    private static Map<String, Object> source(String name, String label, String type, String regex, int hide) {
        return object(
                "name", name,
                "label", label,
                "type", "datasource",
                "query", type,
                "regex", regex,
                "hide", hide,
                "multi", false,
                "includeAll", false,
                "refresh", 1);
    }

    private static Map<String, Object> brand() {
        return object(
                "name",
                "brand",
                "label",
                "Brand",
                "type",
                "query",
                "datasource",
                source(Documents.WINDOWS),
                "query",
                "{\"find\": \"terms\", \"field\": \"brand\", \"query\": \"cut:brand\", \"size\": 1000}",
                "refresh",
                2,
                "sort",
                1,
                "multi",
                true,
                "includeAll",
                true,
                "allValue",
                "*",
                "current",
                object("text", List.of("All"), "value", List.of("$__all")));
    }

    private static Map<String, Object> job() {
        return object(
                "name",
                "job_name",
                "label",
                "Job",
                "type",
                "query",
                "datasource",
                prometheus(),
                "query",
                object(
                        "query", "label_values(flink_jobmanager_job_uptime, job_name)",
                        "refId", "jobs"),
                "refresh",
                2,
                "sort",
                1,
                "multi",
                false,
                "includeAll",
                false,
                "current",
                object("text", "replybeat", "value", "replybeat"));
    }
}
