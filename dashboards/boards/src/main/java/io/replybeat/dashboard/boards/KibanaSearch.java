package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import java.util.List;
import java.util.Map;

/** How does Kibana keep a list of documents? As a saved search, newest first. */
final class KibanaSearch {

    private static final String VERSION = "8.0.0";
    private static final String INDEX = "kibanaSavedObjectMeta.searchSourceJSON.index";

    private KibanaSearch() {}

    static Map<String, Object> of(String id, Panel panel, Ask.Records records) {
        Map<String, Object> source = object(
                "query", object("query", records.filter(), "language", "lucene"),
                "filter", List.of(),
                "indexRefName", INDEX);
        return KibanaExport.savedObject(
                "search",
                VERSION,
                id,
                object(
                        "title", "Replybeat: " + panel.title(),
                        "description", panel.description(),
                        "columns", records.columns(),
                        "sort", List.of(List.of(records.documents().timeField(), "desc")),
                        "kibanaSavedObjectMeta", object("searchSourceJSON", Json.line(source))),
                List.of(KibanaExport.reference(INDEX, "index-pattern", KibanaDataView.id(records.documents()))));
    }
}
