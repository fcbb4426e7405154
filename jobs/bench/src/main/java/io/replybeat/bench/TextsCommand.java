package io.replybeat.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What does it cost to understand one message? Targets, medians on one core: sentiment, topic and tier together 15 µs,
 * language 50 µs.
 */
@Command(
        name = "texts",
        mixinStandardHelpOptions = true,
        description =
                "Sentiment and language of real texts, one at a time on one thread: time (JMH) and garbage of each.")
final class TextsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            defaultValue = "${sys:replybeat.home:-.}/../shared/data/sentiment",
            description =
                    "Directory of labelled texts, en.tsv and so on (default: ../shared/data/sentiment beside the repository).")
    private Path data;

    @Option(
            names = "--languages",
            split = ",",
            description =
                    "Groups of languages, each by itself: codes joined by + (default: en,de,es+fr+it+pt,ja,zh,ar+hi).")
    private String[] languages = {};

    @Option(
            names = "--seconds",
            defaultValue = "2",
            description = "For each row, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Override
    public Integer call() throws RunnerException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isDirectory(data)) {
            spec.commandLine()
                    .getErr()
                    .println("Skipped: there are no texts at " + data
                            + ". Give the directory of your own with --data; docs/sentiment.md describes the files.");
            return 1;
        }
        print(OneThread.run(options()), out);
        return 0;
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options = OneThread.options(TextsBenchmark.class, seconds)
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .addProfiler(GCProfiler.class)
                .param("data", data.normalize().toString());
        return languages.length == 0 ? options : options.param("languages", languages);
    }

    private static void print(Collection<RunResult> results, PrintWriter out) {
        out.println("| question | languages | median µs | 99 % µs | bytes of garbage |");
        out.println("|---|---|---|---|---|");
        for (RunResult result : results) {
            Statistics times = result.getPrimaryResult().getStatistics();
            out.printf(
                    "| %s | %s | %.1f | %.1f | %,.0f |%n",
                    result.getPrimaryResult().getLabel(),
                    result.getParams().getParam("languages").replace('+', ' '),
                    times.getPercentile(50),
                    times.getPercentile(99),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
        }
        out.flush();
    }
}
