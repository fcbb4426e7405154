package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import io.replybeat.dashboard.boards.Measure.Aggregate;
import io.replybeat.dashboard.boards.Measure.Operation;
import io.replybeat.dashboard.boards.Measure.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which columns does a Lens layer compute? Buckets first, then the measures, a ratio after its parts. */
final class KibanaColumns {

    static final String TIME = "time";
    static final String SLICES = "slices";

    private final Map<String, Object> columns = new LinkedHashMap<>();
    private final List<String> measures = new ArrayList<>();

    KibanaColumns(Ask.Figures figures) {
        figures.group()
                .ifPresent(group ->
                        columns.put(SLICES, slices(group, figures.measures().get(0))));
        if (figures.overTime()) {
            columns.put(TIME, time(figures.documents().timeField()));
        }
        for (Measure measure : figures.measures()) {
            String id = "measure" + measures.size();
            if (measure instanceof Ratio ratio) {
                addParts(id, ratio);
            } else {
                columns.put(id, aggregate((Aggregate) measure));
            }
            measures.add(id);
        }
    }

    Map<String, Object> layer() {
        return object("columns", columns, "columnOrder", List.copyOf(columns.keySet()), "incompleteColumns", object());
    }

    /** The columns that people asked for. */
    List<String> measures() {
        return measures;
    }

    /** The slices and the measures. */
    List<String> shown() {
        List<String> shown = new ArrayList<>(List.of(SLICES));
        shown.addAll(measures);
        return shown;
    }

    private static Map<String, Object> time(String field) {
        return object(
                "label",
                field,
                "dataType",
                "date",
                "operationType",
                "date_histogram",
                "sourceField",
                field,
                "isBucketed",
                true,
                "scale",
                "interval",
                "params",
                object("interval", "auto", "includeEmptyRows", true, "dropPartials", false));
    }

    private static Map<String, Object> slices(Group group, Measure first) {
        if (group instanceof Group.Bands bands) {
            List<Object> filters = new ArrayList<>();
            bands.bands()
                    .forEach(band -> filters.add(object(
                            "label", band.label(), "input", object("query", band.query(), "language", "lucene"))));
            return bucket(group.label(), "filters", null, object("filters", filters));
        }
        Group.Top top = (Group.Top) group;
        boolean earliestFirst = first instanceof Aggregate aggregate && aggregate.operation() == Operation.MIN;
        return bucket(
                top.label(),
                "terms",
                top.field(),
                object(
                        "size",
                        top.size(),
                        "orderBy",
                        object("type", "column", "columnId", "measure0"),
                        "orderDirection",
                        earliestFirst ? "asc" : "desc",
                        "otherBucket",
                        false,
                        "missingBucket",
                        false,
                        "parentFormat",
                        object("id", "terms")));
    }

    private static Map<String, Object> bucket(
            String label, String operation, String field, Map<String, Object> params) {
        return object(
                "label",
                label,
                "customLabel",
                true,
                "dataType",
                "string",
                "operationType",
                operation,
                "sourceField",
                field,
                "isBucketed",
                true,
                "scale",
                "ordinal",
                "params",
                params);
    }

    private static Map<String, Object> aggregate(Aggregate measure) {
        return switch (measure.operation()) {
            case COUNT -> number(measure, "___records___", object("emptyAsNull", false));
            case SUM -> number(measure, measure.field(), object("emptyAsNull", false));
            case MAX -> number(measure, measure.field(), object("emptyAsNull", true));
            case MIN -> number(measure, measure.field(), object("emptyAsNull", true));
            case PERCENTILE -> number(measure, measure.field(), object("percentile", measure.percent()));
        };
    }

    private static Map<String, Object> number(Aggregate measure, String field, Map<String, Object> params) {
        if (measure.unit().kibana() != null) {
            params.put("format", measure.unit().kibana());
        }
        return object(
                "label",
                measure.label(),
                "customLabel",
                true,
                "dataType",
                measure.unit() == Unit.AGE ? "date" : "number",
                "operationType",
                measure.operation().name().toLowerCase(Locale.ROOT),
                "sourceField",
                field,
                "isBucketed",
                false,
                "scale",
                "ratio",
                "params",
                params);
    }

    /** As Lens keeps a formula: its text, and the same again as columns that compute it. */
    private void addParts(String id, Ratio ratio) {
        KibanaFormula formula = new KibanaFormula(id, ratio);
        formula.parts().forEach((part, sum) -> columns.put(part, aggregate(sum)));
        columns.put(
                id + "X",
                object(
                        "label",
                        "Part of " + ratio.label(),
                        "customLabel",
                        true,
                        "dataType",
                        "number",
                        "operationType",
                        "math",
                        "isBucketed",
                        false,
                        "scale",
                        "ratio",
                        "params",
                        object("tinymathAst", formula.tree()),
                        "references",
                        List.copyOf(formula.parts().keySet())));
        columns.put(
                id,
                object(
                        "label",
                        ratio.label(),
                        "customLabel",
                        true,
                        "dataType",
                        "number",
                        "operationType",
                        "formula",
                        "isBucketed",
                        false,
                        "scale",
                        "ratio",
                        "params",
                        object("formula", formula.text(), "isFormulaBroken", false, "format", Unit.SHARE.kibana()),
                        "references",
                        List.of(id + "X")));
    }
}
