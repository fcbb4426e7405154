package io.replybeat.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which search does Kibana's Lens make of the columns of a layer? */
final class LensSearch {

    private LensSearch() {}

    /** @param timeField of the data view, null without one */
    static PanelSearch of(JsonNode lens, String timeField) {
        JsonNode layer = lens.at("/state/datasourceStates/formBased/layers/layer");
        Map<String, Object> measures = new LinkedHashMap<>();
        List<Map<String, Object>> buckets = new ArrayList<>();
        for (JsonNode id : layer.path("columnOrder")) {
            JsonNode column = layer.path("columns").path(id.asText());
            if (column.path("isBucketed").asBoolean()) {
                buckets.add(bucket(column, layer.path("columns")));
            } else if (column.has("sourceField") && !isCount(column)) {
                measures.put(id.asText(), measure(column));
            }
        }
        return PanelSearch.figures(
                lens.at("/state/query/query").asText(), timeField, PanelSearch.nested(buckets, measures));
    }

    private static boolean isCount(JsonNode column) {
        return column.path("operationType").asText().equals("count");
    }

    private static Map<String, Object> measure(JsonNode column) {
        String field = column.path("sourceField").asText();
        String operation = column.path("operationType").asText();
        return operation.equals("percentile")
                ? Map.of("percentiles", Map.of("field", field, "percents", new double[] {
                    column.at("/params/percentile").asDouble()
                }))
                : Map.of(operation, Map.of("field", field));
    }

    private static Map<String, Object> bucket(JsonNode column, JsonNode columns) {
        String field = column.path("sourceField").asText();
        JsonNode params = column.path("params");
        String orderBy = params.at("/orderBy/columnId").asText();
        return switch (column.path("operationType").asText()) {
            case "date_histogram" -> PanelSearch.overTime(field);
            case "terms" ->
                PanelSearch.top(
                        field,
                        params.path("size").asInt(),
                        isCount(columns.path(orderBy)) ? "_count" : orderBy,
                        params.path("orderDirection").asText());
            case "filters" ->
                PanelSearch.bands(PanelSearch.list(params.path("filters"), filter -> filter.at("/input/query")
                        .asText()));
            default -> throw new IllegalArgumentException("Lens has no bucket like " + column);
        };
    }
}
