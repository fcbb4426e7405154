package io.replybeat.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which search does Grafana's Elasticsearch data source make of a target? */
final class GrafanaSearch {

    private GrafanaSearch() {}

    /** @param brand as Grafana puts the chosen brands into a query, {@code *} for all */
    static PanelSearch of(JsonNode target, String brand) {
        String query = target.path("query").asText().replace("${brand:lucene}", brand);
        String timeField = target.path("timeField").asText();
        JsonNode metrics = target.path("metrics");
        if (metrics.at("/0/type").asText().equals("raw_data")) {
            return PanelSearch.list(
                    query, timeField, metrics.at("/0/settings/size").asInt());
        }
        List<Map<String, Object>> buckets = PanelSearch.list(target.path("bucketAggs"), GrafanaSearch::bucket);
        return PanelSearch.figures(query, timeField, PanelSearch.nested(buckets, metrics(metrics)));
    }

    private static Map<String, Object> metrics(JsonNode metrics) {
        Map<String, Object> aggregations = new LinkedHashMap<>();
        for (JsonNode metric : metrics) {
            String type = metric.path("type").asText();
            if (type.equals("percentiles")) {
                List<Double> percents = PanelSearch.list(metric.at("/settings/percents"), JsonNode::asDouble);
                aggregations.put(
                        metric.path("id").asText(),
                        Map.of(type, Map.of("field", metric.path("field").asText(), "percents", percents)));
            } else if (!type.equals("count")) {
                aggregations.put(
                        metric.path("id").asText(),
                        Map.of(type, Map.of("field", metric.path("field").asText())));
            }
        }
        return aggregations;
    }

    private static Map<String, Object> bucket(JsonNode bucket) {
        JsonNode settings = bucket.path("settings");
        String field = bucket.path("field").asText();
        return switch (bucket.path("type").asText()) {
            case "date_histogram" -> PanelSearch.overTime(field);
            case "terms" ->
                PanelSearch.top(
                        field,
                        settings.path("size").asInt(),
                        settings.path("orderBy").asText(),
                        settings.path("order").asText());
            case "filters" ->
                PanelSearch.bands(PanelSearch.list(
                        settings.path("filters"), filter -> filter.path("query").asText()));
            default -> throw new IllegalArgumentException("Grafana has no bucket like " + bucket);
        };
    }
}
