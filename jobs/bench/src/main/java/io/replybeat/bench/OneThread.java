package io.replybeat.bench;

import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How does JMH measure here: on one thread, in a JVM of its own with a heap of 1 GB and the serial collector. */
final class OneThread {

    private static final int ITERATIONS = 4;

    private OneThread() {}

    /** @param seconds for each row, after as long a warm-up */
    static ChainedOptionsBuilder options(Class<?> benchmark, double seconds) {
        TimeValue iteration = TimeValue.milliseconds(Math.max(1, Math.round(seconds * 1_000 / ITERATIONS)));
        return new OptionsBuilder()
                .include(benchmark.getName())
                .threads(1)
                .forks(1)
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
                .warmupIterations(ITERATIONS)
                .warmupTime(iteration)
                .measurementIterations(ITERATIONS)
                .measurementTime(iteration);
    }

    /** What JMH tells on the way goes to the standard error. */
    static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        OutputFormat progress =
                OutputFormatFactory.createFormatInstance(new PrintStream(System.err, true), VerboseMode.NORMAL);
        return new Runner(options.build(), progress).run();
    }
}
