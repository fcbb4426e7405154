package io.replybeat.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What do several runs of one job come to? The median, and how far apart the runs were. */
record Result(double eventsPerSecond, double slowest, double fastest, double cpuSecondsPerMillion) {

    static Result of(List<Measured> runs) {
        double[] speeds = sorted(runs, Measured::eventsPerSecond);
        return new Result(
                median(speeds),
                speeds[0],
                speeds[speeds.length - 1],
                median(sorted(runs, Measured::cpuSecondsPerMillion)));
    }

    /** One row of the table, without what stands before and after. */
    String cells() {
        return "%,.0f | %,.0f – %,.0f | %.2f".formatted(eventsPerSecond, slowest, fastest, cpuSecondsPerMillion);
    }

    private static double[] sorted(List<Measured> runs, ToDoubleFunction<Measured> measure) {
        return runs.stream().mapToDouble(measure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
