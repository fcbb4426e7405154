package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import io.replybeat.dashboard.boards.Measure.Aggregate;
import io.replybeat.dashboard.boards.Measure.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How does Grafana compute a ratio of sums? The sums over time are hidden targets; expressions add them up when one number
 * is wanted, and divide.
 */
final class GrafanaRatios {

    private final Ask.Figures figures;
    private final List<Object> targets = new ArrayList<>();

    /** From a field to the target that holds its sums. */
    private final Map<String, String> refIds = new LinkedHashMap<>();

    GrafanaRatios(Ask.Figures figures) {
        this.figures = figures;
    }

    List<Object> targets() {
        for (Measure measure : figures.measures()) {
            Ratio ratio = (Ratio) measure;
            String whole = terms(ratio.whole(), " + ");
            String less = ratio.less().isEmpty() ? "" : " - " + terms(ratio.less(), " - ");
            String formula = terms(List.of(ratio.part()), "") + " / (" + whole + less + ")";
            // What people read beside a result is the name of its target.
            targets.add(expression(ratio.label(), "math", formula));
        }
        return targets;
    }

    private String terms(List<Aggregate> sums, String between) {
        return sums.stream()
                .map(sum -> "$" + refIds.computeIfAbsent(sum.field(), field -> add(sum)))
                .collect(Collectors.joining(between));
    }

    private String add(Aggregate sum) {
        String series = nextRefId();
        Map<String, Object> target = GrafanaTargets.target(figures.byTime(), series, sum.label(), List.of(sum));
        target.put("hide", true);
        targets.add(target);
        return figures.overTime() ? series : reduced(series);
    }

    private String reduced(String series) {
        String refId = nextRefId();
        Map<String, Object> target = expression(refId, "reduce", series);
        target.put("reducer", "sum");
        target.put("settings", object("mode", "dropNN"));
        target.put("hide", true);
        targets.add(target);
        return refId;
    }

    private static Map<String, Object> expression(String refId, String type, String expression) {
        return object(
                "refId", refId,
                "datasource", object("type", "__expr__", "uid", "__expr__"),
                "type", type,
                "expression", expression);
    }

    private String nextRefId() {
        return GrafanaTargets.refId(targets.size());
    }
}
