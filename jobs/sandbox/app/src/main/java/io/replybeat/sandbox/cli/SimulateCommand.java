package io.replybeat.sandbox.cli;

import io.replybeat.sandbox.simulator.Incidents;
import io.replybeat.sandbox.simulator.Settings;
import io.replybeat.sandbox.simulator.Simulate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes simulated traffic of the demo's brands to a file. */
@Command(
        name = "simulate",
        description = {
            "Write simulated care events of six invented brands, as JSON Lines in the order of their arrival.",
            "The same options give the same file, byte for byte."
        })
final class SimulateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The events, one a line; replaced when it is there.")
    private Path output;

    @Option(names = "--days", defaultValue = "7", description = "How long (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--rate",
            defaultValue = "60",
            description = "Events a minute of all brands together, the mean over a week (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed, other events (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--start",
            defaultValue = "2026-03-02T00:00:00Z",
            description = "When it begins (default: ${DEFAULT-VALUE}, a Monday).")
    private Instant start;

    @Override
    public void run() {
        if (days < 1 || !(rate > 0)) {
            throw new ParameterException(spec.commandLine(), "--days must be at least 1 and --rate above 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        Instant end = start.plus(Duration.ofDays(days));
        try {
            long lines =
                    Simulate.toFile(Settings.demo(seed, rate, start, Incidents.everyWeek(start, end)), end, output);
            out.printf("%s: %,d lines from %s to %s%n", output, lines, start, end);
        } catch (IOException e) {
            throw new IllegalStateException("writing " + output + " failed", e);
        } finally {
            out.flush();
        }
    }
}
