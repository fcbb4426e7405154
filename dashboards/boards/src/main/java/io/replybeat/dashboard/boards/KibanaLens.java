package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import io.replybeat.dashboard.boards.Panel.Show;
import java.util.List;
import java.util.Map;

/** How does Kibana keep a chart, a number or a table? As a Lens visualization inside its dashboard. */
final class KibanaLens {

    static final String REFERENCE = "indexpattern-datasource-layer-layer";

    private static final String LAYER = "layer";

    private KibanaLens() {}

    static Map<String, Object> of(Panel panel, Ask.Figures figures) {
        KibanaColumns columns = new KibanaColumns(figures);
        return object(
                "title", panel.title(),
                "description", panel.description(),
                "visualizationType", type(panel.show()),
                "type", "lens",
                "references",
                        List.of(KibanaExport.reference(
                                REFERENCE, "index-pattern", KibanaDataView.id(figures.documents()))),
                "state",
                        object(
                                "visualization", visualization(panel.show(), figures, columns),
                                "query", object("query", figures.filter(), "language", "lucene"),
                                "filters", List.of(),
                                "datasourceStates",
                                        object("formBased", object("layers", object(LAYER, columns.layer()))),
                                "internalReferences", List.of(),
                                "adHocDataViews", object()));
    }

    private static String type(Show show) {
        return switch (show) {
            case NUMBER -> "lnsMetric";
            case LINES, BARS, SHARES -> "lnsXY";
            case TABLE -> "lnsDatatable";
            case LIST -> throw new IllegalArgumentException("a list is a saved search");
        };
    }

    private static Map<String, Object> visualization(Show show, Ask.Figures figures, KibanaColumns columns) {
        return switch (show) {
            case NUMBER ->
                object(
                        "layerId",
                        LAYER,
                        "layerType",
                        "data",
                        "metricAccessor",
                        columns.measures().get(0));
            case TABLE ->
                object(
                        "layerId",
                        LAYER,
                        "layerType",
                        "data",
                        "columns",
                        columns.shown().stream()
                                .map(id -> object("columnId", id))
                                .toList());
            default -> chart(series(show), figures, columns);
        };
    }

    private static String series(Show show) {
        return switch (show) {
            case LINES -> "line";
            case BARS -> "bar_stacked";
            default -> "bar_percentage_stacked";
        };
    }

    private static Map<String, Object> chart(String series, Ask.Figures figures, KibanaColumns columns) {
        boolean split = figures.overTime() && figures.group().isPresent();
        return object(
                "preferredSeriesType",
                series,
                "legend",
                object("isVisible", true, "position", "bottom"),
                "valueLabels",
                "hide",
                "fittingFunction",
                "None",
                "axisTitlesVisibilitySettings",
                object("x", false, "yLeft", false, "yRight", false),
                "layers",
                List.of(object(
                        "layerId",
                        LAYER,
                        "layerType",
                        "data",
                        "seriesType",
                        series,
                        "xAccessor",
                        figures.overTime() ? KibanaColumns.TIME : KibanaColumns.SLICES,
                        "splitAccessor",
                        split ? KibanaColumns.SLICES : null,
                        "accessors",
                        columns.measures())));
    }
}
