package io.replybeat.dashboard.read;

import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Metric;
import io.replybeat.care.metric.Metrics;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.Timing;
import io.replybeat.dashboard.view.Hours;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * One number over a range: a metric of the catalogue under its own name, and the samples it rests on.
 *
 * @param name of the metric; a timing's is that of all hours
 * @param samples what one sample is, in the plural; empty for a count, which needs none
 * @param enough with fewer samples it is shown as one not to judge by
 * @param good {@code up} or {@code down} where one direction is better; null where neither is
 */
record PageNumber(
        String name,
        String group,
        String title,
        String samples,
        ToLongFunction<Summary> of,
        long enough,
        String good,
        Timing timing) {

    private static final long NO_SAMPLES = 0;

    static PageNumber count(String group, String title, String name) {
        return count(group, title, name, null);
    }

    static PageNumber count(String group, String title, String name, String good) {
        return new PageNumber(name, group, title, "", summary -> NO_SAMPLES, NO_SAMPLES, good, null);
    }

    static PageNumber share(
            String group, String title, String name, String good, String samples, ToLongFunction<Summary> of) {
        return new PageNumber(name, group, title, samples, of, 5, good, null);
    }

    /** A time; the sooner the better. Of fewer than ten, the p90 is just the slowest. */
    static PageNumber time(String group, String title, Timing timing, String measure, String samples) {
        long enough = measure.startsWith("p9") ? 10 : 5;
        return new PageNumber(timing.field() + "." + measure, group, title, samples, null, enough, "down", timing);
    }

    /** How often a timing was measured. */
    static PageNumber times(String group, String title, Timing timing) {
        return new PageNumber(timing.field() + ".count", group, title, "", null, NO_SAMPLES, null, timing);
    }

    Metric metric(Hours hours) {
        return Metrics.named(timing == null || name.endsWith(".count") ? name : hours.of(name));
    }

    /** Empty where there is none, which is not 0; the times of nobody are counted as 0. */
    OptionalDouble value(Summary summary, Hours hours) {
        if (timing != null && name.endsWith(".count")) {
            return OptionalDouble.of(of(summary, hours));
        }
        return metric(hours).number(summary);
    }

    /** How many samples it rests on. */
    long of(Summary summary, Hours hours) {
        return timing == null
                ? of.applyAsLong(summary)
                : summary.sketch(timing, hours.clock()).count();
    }

    boolean changesWithHours() {
        return timing != null;
    }

    String definition(Hours hours) {
        Metric metric = metric(hours);
        String clock = timing == null ? "" : " " + hours.words();
        return (metric.question() + " " + metric.formula() + ", counted at "
                        + metric.bookedOn().words() + "." + clock + " " + metric.caveat())
                .strip();
    }

    String unit() {
        String word = metric(Hours.ALL).unit().word();
        return word.equals("people") ? "count" : word;
    }

    static ToLongFunction<Summary> sumOf(Counter... counters) {
        return summary -> {
            long sum = 0;
            for (Counter counter : counters) {
                sum += summary.get(counter);
            }
            return sum;
        };
    }
}
