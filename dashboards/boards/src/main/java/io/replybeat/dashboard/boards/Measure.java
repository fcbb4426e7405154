package io.replybeat.dashboard.boards;

import java.util.ArrayList;
import java.util.List;

/**
 * What is computed of the documents of a slice?
 *
 * <p>There is no mean: percentiles are taken over facts, never averaged; what windows hold is added up.
 */
public sealed interface Measure {

    /** What people read beside it. */
    String label();

    Unit unit();

    enum Operation {
        COUNT,
        SUM,
        MIN,
        MAX,
        PERCENTILE
    }

    /**
     * One aggregation of Elasticsearch.
     *
     * @param field null for a count
     * @param percent of a percentile, else 0
     */
    record Aggregate(String label, Operation operation, String field, int percent, Unit unit) implements Measure {}

    /** {@code part / (whole − less)}; both of them are sums of sums, {@code less} may be empty. */
    record Ratio(String label, Aggregate part, List<Aggregate> whole, List<Aggregate> less) implements Measure {
        @Override
        public Unit unit() {
            return Unit.SHARE;
        }
    }

    static Aggregate count(String label) {
        return new Aggregate(label, Operation.COUNT, null, 0, Unit.COUNT);
    }

    static Aggregate sum(String label, String field) {
        return new Aggregate(label, Operation.SUM, field, 0, Unit.COUNT);
    }

    static Aggregate most(String label, String field) {
        return new Aggregate(label, Operation.MAX, field, 0, Unit.COUNT);
    }

    /** The earliest instant in a field of dates. */
    static Aggregate earliest(String label, String field) {
        return new Aggregate(label, Operation.MIN, field, 0, Unit.AGE);
    }

    static Aggregate median(String field) {
        return percentile("median", field, 50);
    }

    static Aggregate percentile(String label, String field, int percent) {
        return new Aggregate(label, Operation.PERCENTILE, field, percent, Unit.SECONDS);
    }

    /** How much of the whole is the first of these fields, when all of them together are the whole? */
    static Ratio shareOfFirst(String label, String first, String... others) {
        Aggregate part = sum(first, first);
        List<Aggregate> whole = new ArrayList<>(List.of(part));
        for (String other : others) {
            whole.add(sum(other, other));
        }
        return new Ratio(label, part, List.copyOf(whole), List.of());
    }
}
