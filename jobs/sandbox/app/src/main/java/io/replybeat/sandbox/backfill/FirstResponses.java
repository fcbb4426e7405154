package io.replybeat.sandbox.backfill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How fast did each brand first respond, to the second? Keeps every value, so median and p90 are exact, unlike those of a
 * sketch.
 *
 * <p>The median is the middle value, of an even number the mean of the two in the middle; the p90 is by nearest rank, the
 * value at ceil(0.9 n) counted from 1.
 */
public final class FirstResponses {

    /** Exact figures of one brand, in seconds. */
    public record Line(String brand, long count, double median, long p90) {}

    private static final int HOUR = 3600;
    private static final int MINUTE = 60;

    private final Map<String, List<Long>> seconds = new TreeMap<>();

    public void add(String brand, long firstResponseSeconds) {
        seconds.computeIfAbsent(brand, name -> new ArrayList<>()).add(firstResponseSeconds);
    }

    /** In the order of the brands' names; a brand that never responded is not among them. */
    public List<Line> lines() {
        return seconds.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A table for the terminal: a line of names, then a line a brand. */
    public String render() {
        int width = Math.max(
                "brand".length(),
                seconds.keySet().stream().mapToInt(String::length).max().orElse(0));
        String format = "%-" + width + "s  %9s  %12s  %12s  %14s  %14s%n";
        StringBuilder table = new StringBuilder(
                format.formatted("brand", "responses", "median", "p90", "median seconds", "p90 seconds"));
        for (Line line : lines()) {
            table.append(format.formatted(
                    line.brand,
                    line.count,
                    clock(line.median),
                    clock(line.p90),
                    line.median % 1 == 0 ? Long.toString((long) line.median) : Double.toString(line.median),
                    line.p90));
        }
        return table.toString();
    }

    private static Line line(String brand, List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0;
        // In whole numbers: 0.9 n has no exact binary form, and its ceiling would be one too high for some n.
        int rank = (9 * n + 9) / 10;
        return new Line(brand, n, median, sorted.get(rank - 1));
    }

    private static String clock(double seconds) {
        long whole = (long) seconds;
        return "%d:%02d:%02d".formatted(whole / HOUR, whole % HOUR / MINUTE, whole % MINUTE);
    }
}
