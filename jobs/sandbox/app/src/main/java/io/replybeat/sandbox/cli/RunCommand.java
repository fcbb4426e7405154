package io.replybeat.sandbox.cli;

import io.replybeat.sandbox.node.CannotStart;
import io.replybeat.sandbox.node.LocalJob;
import io.replybeat.sandbox.node.Ports;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.setup.Setup;
import io.replybeat.stream.setup.Step;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the live job in this process, against a Kafka and an Elasticsearch that are there already. */
@Command(
        name = "run",
        description = {
            "Run the live job in this process, against your own Kafka and Elasticsearch.",
            "What it needs there: replybeat setup. On a Flink cluster: flink run with the job's jar."
        })
final class RunCommand implements Runnable, TakesJobOptions {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JobFlags job;

    @Option(
            names = "--flink-port",
            defaultValue = "8081",
            paramLabel = "PORT",
            description = "Of Flink's web UI, 0 = any free one. Default: ${DEFAULT-VALUE}.")
    private int flinkPort;

    @Mixin
    private MetricsPort metrics;

    @Option(
            names = "--data-dir",
            defaultValue = "data/flink",
            paramLabel = "DIRECTORY",
            description = "Where Flink keeps checkpoints and state. Default: ${DEFAULT-VALUE}.")
    private Path directory;

    @Override
    public JobFlags jobFlags() {
        return job;
    }

    @Override
    public boolean showsJobFlags() {
        return true;
    }

    @Override
    public void run() {
        JobOptions options = job.options();
        Ports.requireFree(flinkPort, "--flink-port");
        metrics.requireFree();
        requireSetup(options);
        PrintWriter out = spec.commandLine().getOut();
        try (LocalJob running = LocalJob.start(directory.toAbsolutePath(), flinkPort, metrics.port(), options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "Ctrl-C"));
            out.println(options.get(Options.KAFKA_BOOTSTRAP_SERVERS) + " ─▶ job at " + running.webUi() + " ─▶ "
                    + options.get(Options.ELASTICSEARCH_URL) + "\nCtrl-C stops it.");
            out.flush();
            running.ended().join();
        } catch (CompletionException failure) {
            throw new CannotStart("The job failed", failure.getCause());
        }
    }

    /** A job that finds no topic restarts for ever and says so in its log only. */
    private static void requireSetup(JobOptions options) {
        try (Setup setup = Setup.of(options)) {
            List<String> missing =
                    setup.plan().stream().filter(Step::isDue).map(Step::what).toList();
            if (!missing.isEmpty()) {
                throw new CannotStart("Missing: " + missing.get(0) + " and " + (missing.size() - 1)
                        + " more.\nCreate them first, with the same options: replybeat setup");
            }
        }
    }
}
