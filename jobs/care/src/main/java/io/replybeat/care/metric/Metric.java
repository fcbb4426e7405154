package io.replybeat.care.metric;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Which question does a number answer, and how is it computed?
 *
 * <p>The one place of its definition: window documents, pages and docs/metrics.md all take it from here. Computed from a
 * summary, so from one window as well as from a thousand merged ones.
 *
 * @param name its path in a window document, {@code first_response.p50_seconds}
 * @param bookedOn which window it counts in
 * @param clock what a duration is measured on; null for what is not a duration
 * @param caveat what to know before believing it; empty when nothing
 * @param of from a summary to {@link #value}
 */
public record Metric(
        String name,
        String question,
        Unit unit,
        String formula,
        BookedOn bookedOn,
        ClockKind clock,
        String caveat,
        Function<Summary, Object> of) {

    /** How often something happened. */
    static Metric count(Counter counter, String question, BookedOn bookedOn, String caveat) {
        return new Metric(
                counter.field(), question, Unit.COUNT, "number of them", bookedOn, null, caveat, s -> s.get(counter));
    }

    static Metric count(Counter counter, String question, BookedOn bookedOn) {
        return count(counter, question, bookedOn, "");
    }

    /** How many of a whole; without a whole there is no value, which is not 0. */
    static Metric share(
            String name,
            String question,
            String formula,
            BookedOn bookedOn,
            String caveat,
            ToLongFunction<Summary> part,
            ToLongFunction<Summary> whole) {
        return new Metric(name, question, Unit.SHARE, formula, bookedOn, null, caveat, summary -> {
            long all = whole.applyAsLong(summary);
            return all <= 0 ? null : (double) part.applyAsLong(summary) / all;
        });
    }

    /** As a document holds it: Long, Double, String, a map of bands to Long, or a list of names with their counts; null when there is none, which is not 0. */
    public Object value(Summary summary) {
        return of.apply(summary);
    }

    /** The value of a metric that is one number; empty when there is none, which is not 0. */
    public OptionalDouble number(Summary summary) {
        return value(summary) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }
}
