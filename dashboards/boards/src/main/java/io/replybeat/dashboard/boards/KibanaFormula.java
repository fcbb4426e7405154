package io.replybeat.dashboard.boards;

import static io.replybeat.dashboard.boards.Json.object;

import io.replybeat.dashboard.boards.Measure.Aggregate;
import io.replybeat.dashboard.boards.Measure.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How does Lens write {@code part / (whole − less)}: as text for people, and as a tree over columns? */
final class KibanaFormula {

    private final Map<String, Aggregate> parts = new LinkedHashMap<>();
    private final Object tree;
    private final String text;

    KibanaFormula(String id, Ratio ratio) {
        Object part = column(id, ratio.part());
        Object divisor = null;
        String words = "";
        for (Aggregate sum : ratio.whole()) {
            Object column = column(id, sum);
            divisor = divisor == null ? column : call("add", divisor, column);
            words += (words.isEmpty() ? "" : " + ") + words(sum);
        }
        for (Aggregate sum : ratio.less()) {
            divisor = call("subtract", divisor, column(id, sum));
            words += " - " + words(sum);
        }
        tree = call("divide", part, divisor);
        text = words(ratio.part()) + " / (" + words + ")";
    }

    /** The sums it is made of, by the column that holds them; a field that is named twice is one column. */
    Map<String, Aggregate> parts() {
        return parts;
    }

    Object tree() {
        return tree;
    }

    String text() {
        return text;
    }

    private String column(String id, Aggregate sum) {
        for (Map.Entry<String, Aggregate> part : parts.entrySet()) {
            if (part.getValue().field().equals(sum.field())) {
                return part.getKey();
            }
        }
        String column = id + "X" + parts.size();
        parts.put(column, sum);
        return column;
    }

    private static Map<String, Object> call(String function, Object left, Object right) {
        return object("type", "function", "name", function, "args", List.of(left, right));
    }

    private static String words(Aggregate sum) {
        return "sum(" + sum.field() + ")";
    }
}
