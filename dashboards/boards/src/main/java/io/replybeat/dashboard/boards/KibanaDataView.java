package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import java.util.List;
import java.util.Map;

/** Under which name does Kibana know documents, which instant does its time picker go by, and how does it show their fields? */
final class KibanaDataView {

    private static final String VERSION = "8.0.0";

    private KibanaDataView() {}

    static String id(Documents documents) {
        return "replybeat-" + documents.id();
    }

    /** Without a time field where it is about how things stand now: the time picker then changes nothing. */
    static Map<String, Object> of(Documents documents) {
        return KibanaExport.savedObject(
                "index-pattern",
                VERSION,
                id(documents),
                object(
                        "title",
                        documents.alias(),
                        "name",
                        "Replybeat " + documents.id(),
                        "timeFieldName",
                        documents.isNow() ? null : documents.timeField(),
                        "fieldFormatMap",
                        Json.line(formats(documents)),
                        "fields",
                        "[]"),
                List.of());
    }

    private static Map<String, Object> formats(Documents documents) {
        return switch (documents) {
            case CONVERSATIONS -> object("open_wait_since", object("id", "relative_date"));
            case FACTS -> object("seconds", duration(), "business_seconds", duration());
            default -> object();
        };
    }

    private static Map<String, Object> duration() {
        return object(
                "id",
                "duration",
                "params",
                object(
                        "inputFormat",
                        "seconds",
                        "outputFormat",
                        "humanizePrecise",
                        "outputPrecision",
                        1,
                        "includeSpaceWithSuffix",
                        true,
                        "useShortSuffix",
                        true));
    }
}
