package io.replybeat.care.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How long did it take, of one timing, on every clock? A timing that nobody had has no values at all, not zeros. */
final class TimingMetrics {

    private static final String OF_QUANTILES = "Nearest rank; within 1 %, exact below 256 s. Not to be averaged.";

    private final Timing timing;
    private final String what;
    private final BookedOn bookedOn;
    private final List<Metric> metrics = new ArrayList<>();

    private TimingMetrics(Timing timing, String what, BookedOn bookedOn) {
        this.timing = timing;
        this.what = what;
        this.bookedOn = bookedOn;
    }

    /** All there is to say about a timing; {@code what} names the things that took time, in the plural. */
    static List<Metric> of(Timing timing, String what, BookedOn bookedOn) {
        TimingMetrics family = new TimingMetrics(timing, what, bookedOn);
        family.add(null, "count", "How many %s were there?", Unit.COUNT, "number of them", "", QuantileSketch::count);
        for (ClockKind clock : ClockKind.values()) {
            family.addAll(clock);
        }
        return family.metrics;
    }

    /** Where a document has a value of a timing; no clock is the calendar. */
    static String field(Timing timing, ClockKind clock, String name) {
        return timing.field() + "." + (clock == null ? "" : clock.prefix()) + name;
    }

    private void addAll(ClockKind clock) {
        add(
                clock,
                "sum_seconds",
                "How long did all %s take together?",
                Unit.SECONDS,
                "sum of the seconds",
                "Exact.",
                QuantileSketch::sum);
        add(
                clock,
                "mean_seconds",
                "How long did %s take on average?",
                Unit.SECONDS,
                "sum_seconds / count",
                "A few very long ones move it far: the median says what is usual.",
                sketch -> (double) sketch.sum() / sketch.count());
        addQuantile(clock, "p50_seconds", "How long at most did the faster half of the %s take?", 0.5);
        addQuantile(clock, "p90_seconds", "How long at most did the fastest 90 % of the %s take?", 0.9);
        addQuantile(clock, "p95_seconds", "How long at most did the fastest 95 % of the %s take?", 0.95);
        add(
                clock,
                "histogram",
                "How are the times of the %s spread?",
                Unit.HISTOGRAM,
                "number in each band",
                "The lower bound belongs to its band. Bounds up to 8 h are met exactly, longer ones within 1 %.",
                Bands::of);
        add(
                clock,
                "sketch",
                "Which bytes merge the times of the %s over windows?",
                Unit.SKETCH,
                "sum and counts by bucket",
                "For programs.",
                QuantileSketch::toBase64);
    }

    private void addQuantile(ClockKind clock, String name, String question, double share) {
        String formula = "the value at rank ⌈" + share + " · count⌉";
        add(clock, name, question, Unit.SECONDS, formula, OF_QUANTILES, sketch -> sketch.quantile(share));
    }

    private void add(
            ClockKind clock,
            String name,
            String question,
            Unit unit,
            String formula,
            String caveat,
            Function<QuantileSketch, Object> value) {
        ClockKind measured = clock == null ? ClockKind.CALENDAR : clock;
        metrics.add(new Metric(
                field(timing, clock, name),
                question.replace("%s", what),
                unit,
                formula,
                bookedOn,
                clock,
                caveat,
                summary -> {
                    QuantileSketch sketch = summary.sketch(timing, measured);
                    return sketch.count() <= 0 ? null : value.apply(sketch);
                }));
    }
}
