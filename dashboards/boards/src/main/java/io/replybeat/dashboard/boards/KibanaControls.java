package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import java.util.List;
import java.util.Map;

/** What can people choose on a Kibana dashboard? The brands. */
final class KibanaControls {

    static final String BRAND = "brand";

    private KibanaControls() {}

    static Map<String, Object> brand() {
        Map<String, Object> brand = object(
                "type",
                "optionsListControl",
                "order",
                0,
                "width",
                "medium",
                "grow",
                true,
                "explicitInput",
                object(
                        "id",
                        BRAND,
                        "fieldName",
                        "brand",
                        "title",
                        "Brand",
                        "selectedOptions",
                        List.of(),
                        "enhancements",
                        object()));
        return object(
                "controlStyle",
                "oneLine",
                "chainingSystem",
                "HIERARCHICAL",
                "ignoreParentSettingsJSON",
                Json.line(object(
                        "ignoreFilters", false,
                        "ignoreQuery", false,
                        "ignoreTimerange", false,
                        "ignoreValidations", false)),
                "panelsJSON",
                Json.line(object(BRAND, brand)));
    }
}
