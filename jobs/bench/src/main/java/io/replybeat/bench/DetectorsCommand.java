package io.replybeat.bench;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many buckets does one core judge in a second? Targets: 1,000,000, and at most 4 KB of state a key. */
@Command(
        name = "detectors",
        mixinStandardHelpOptions = true,
        description =
                "Volume and tone of one bucket of one key after the other, on one thread: speed (JMH) and bytes of"
                        + " a key's state.")
final class DetectorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--keys",
            split = ",",
            description = "How many keys are watched, each number in turn (default: 1,20000).")
    private String[] keys = {};

    @Option(
            names = "--seconds",
            defaultValue = "8",
            description = "For each row, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Override
    public Integer call() throws RunnerException {
        print(OneThread.run(options()), spec.commandLine().getOut());
        return 0;
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options = OneThread.options(DetectorsBenchmark.class, seconds)
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS);
        return keys.length == 0 ? options : options.param("keys", keys);
    }

    private static void print(Collection<RunResult> results, PrintWriter out) {
        Map<String, Integer> stateBytes = Map.of(
                "volume", DetectorsBenchmark.experiencedVolume().length,
                "tone", DetectorsBenchmark.experiencedTone().length);
        out.println("| detector | keys | evaluations/s | slowest – fastest | bytes of a key's state |");
        out.println("|---|---|---|---|---|");
        for (RunResult result : results) {
            String detector = result.getPrimaryResult().getLabel();
            Statistics speeds = result.getPrimaryResult().getStatistics();
            out.printf(
                    "| %s | %s | %,.0f | %,.0f – %,.0f | %,d |%n",
                    detector,
                    result.getParams().getParam("keys"),
                    speeds.getPercentile(50),
                    speeds.getMin(),
                    speeds.getMax(),
                    stateBytes.get(detector));
        }
        out.flush();
    }
}
