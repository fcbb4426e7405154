package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import io.replybeat.dashboard.boards.Measure.Aggregate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How does Grafana ask Elasticsearch or Prometheus what a panel asks? */
final class GrafanaTargets {

    /** Of the one bucket of a panel that has a single slice; Grafana asks for no number without a bucket. */
    private static final Group.Bands ONE_SLICE = new Group.Bands("all", List.of(new Group.Band("all", "*")));

    /** Ids of buckets; measures count from 1. */
    private static final String SLICES = "100";

    private static final String TIME = "101";

    private static final int LIST_SIZE = 100;

    private GrafanaTargets() {}

    static List<Object> of(Ask ask) {
        if (ask instanceof Ask.Figures figures) {
            return figures.measures().get(0) instanceof Measure.Ratio
                    ? new GrafanaRatios(figures).targets()
                    : figures(figures);
        }
        return ask instanceof Ask.Records records ? List.of(records(records)) : promql((Ask.Promql) ask);
    }

    /** Over time one target a measure, so that each has its name; else one for all, so that they are one table. */
    private static List<Object> figures(Ask.Figures figures) {
        if (!figures.overTime()) {
            return List.of(target(figures, refId(0), "", aggregates(figures)));
        }
        List<Object> targets = new ArrayList<>();
        for (Aggregate measure : aggregates(figures)) {
            String alias = figures.group()
                    .map(group -> "{{term " + ((Group.Top) group).field() + "}}")
                    .orElse(measure.label());
            targets.add(target(figures, refId(targets.size()), alias, List.of(measure)));
        }
        return targets;
    }

    private static List<Aggregate> aggregates(Ask.Figures figures) {
        return figures.measures().stream().map(Aggregate.class::cast).toList();
    }

    static String refId(int index) {
        return String.valueOf((char) ('A' + index));
    }

    static Map<String, Object> target(Ask.Figures figures, String refId, String alias, List<Aggregate> measures) {
        List<Object> metrics = new ArrayList<>();
        measures.forEach(measure -> metrics.add(metric(Integer.toString(metrics.size() + 1), measure)));
        return object(
                "refId", refId,
                "datasource", GrafanaVariables.source(figures.documents()),
                "query", filter(figures.filter()),
                "timeField", figures.documents().timeField(),
                "alias", alias,
                "metrics", metrics,
                "bucketAggs", buckets(figures, measures.get(0)));
    }

    private static String filter(String filter) {
        return "(" + filter + ") AND " + GrafanaVariables.BRAND_QUERY;
    }

    private static Map<String, Object> metric(String id, Aggregate measure) {
        return switch (measure.operation()) {
            case COUNT -> object("id", id, "type", "count");
            case SUM -> object("id", id, "type", "sum", "field", measure.field());
            case MIN -> object("id", id, "type", "min", "field", measure.field());
            case MAX -> object("id", id, "type", "max", "field", measure.field());
            case PERCENTILE ->
                object(
                        "id",
                        id,
                        "type",
                        "percentiles",
                        "field",
                        measure.field(),
                        "settings",
                        object("percents", List.of(Integer.toString(measure.percent()))));
        };
    }

    private static List<Object> buckets(Ask.Figures figures, Aggregate first) {
        List<Object> buckets = new ArrayList<>();
        figures.group().ifPresent(group -> buckets.add(slices(group, first)));
        if (figures.overTime()) {
            buckets.add(object(
                    "id",
                    "time",
                    "type",
                    "date_histogram",
                    "field",
                    figures.documents().timeField(),
                    "settings",
                    object("interval", "auto", "min_doc_count", "0", "trimEdges", "0")));
        }
        return buckets.isEmpty() ? List.of(slices(ONE_SLICE, first)) : buckets;
    }

    private static Map<String, Object> slices(Group group, Aggregate first) {
        if (group instanceof Group.Top top) {
            return object(
                    "id",
                    "slices",
                    "type",
                    "terms",
                    "field",
                    top.field(),
                    "settings",
                    object(
                            "size",
                            Integer.toString(top.size()),
                            "order",
                            first.operation() == Measure.Operation.MIN ? "asc" : "desc",
                            "orderBy",
                            first.operation() == Measure.Operation.COUNT ? "_count" : "1",
                            "min_doc_count",
                            "1"));
        }
        List<Object> filters = new ArrayList<>();
        ((Group.Bands) group)
                .bands()
                .forEach(band -> filters.add(object("query", band.query(), "label", band.label())));
        return object("id", SLICES, "type", "filters", "settings", object("filters", filters));
    }

    /** From what Grafana calls the columns of a table to what people read. */
    static Map<String, Object> columnNames(Ask.Figures figures) {
        Map<String, Object> names = new LinkedHashMap<>();
        Group group = figures.group().orElseThrow();
        names.put(group instanceof Group.Top top ? top.field() : "filter", group.label());
        for (Aggregate measure : aggregates(figures)) {
            long alike = figures.measures().stream()
                    .filter(other -> ((Aggregate) other).operation() == measure.operation())
                    .count();
            names.put(columnName(measure, alike > 1), measure.label());
        }
        return names;
    }

    private static String columnName(Aggregate measure, boolean isOneOfSeveral) {
        String field = isOneOfSeveral ? " " + measure.field() : "";
        return switch (measure.operation()) {
            case COUNT -> "Count";
            case SUM -> "Sum" + field;
            case MIN -> "Min" + field;
            case MAX -> "Max" + field;
            case PERCENTILE -> "p" + measure.percent() + ".0 " + measure.field();
        };
    }

    private static Map<String, Object> records(Ask.Records records) {
        return object(
                "refId", refId(0),
                "datasource", GrafanaVariables.source(records.documents()),
                "query", filter(records.filter()),
                "timeField", records.documents().timeField(),
                "alias", "",
                "metrics",
                        List.of(object(
                                "id",
                                "1",
                                "type",
                                "raw_data",
                                "settings",
                                object("size", Integer.toString(LIST_SIZE)))),
                "bucketAggs", List.of());
    }

    private static List<Object> promql(Ask.Promql promql) {
        List<Object> targets = new ArrayList<>();
        for (Ask.Series series : promql.series()) {
            targets.add(object(
                    "refId", refId(targets.size()),
                    "datasource", GrafanaVariables.prometheus(),
                    "expr", series.expression(),
                    "legendFormat", series.legend(),
                    "editorMode", "code",
                    "range", true));
        }
        return targets;
    }
}
