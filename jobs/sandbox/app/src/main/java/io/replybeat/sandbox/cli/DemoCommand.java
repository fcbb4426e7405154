package io.replybeat.sandbox.cli;

import io.replybeat.sandbox.demo.Demo;
import io.replybeat.sandbox.demo.DemoSettings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything on this machine, with simulated traffic. */
@Command(
        name = "demo",
        description = {
            "Run everything on this machine, with simulated traffic: Kafka, the job, Elasticsearch, the live page.",
            "Plays the last days first, then goes on live. Ctrl-C stops it and leaves nothing behind."
        },
        showDefaultValues = true,
        footer = {"", "Every option of the job works here too; `replybeat config print --help` lists them."})
final class DemoCommand implements Runnable, TakesJobOptions {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JobFlags job;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "Of the live page. 0 = any free one.")
    private int port;

    @Option(names = "--kafka-port", defaultValue = "9092", paramLabel = "PORT", description = "Of the broker.")
    private int kafkaPort;

    @Option(
            names = "--elasticsearch-port",
            defaultValue = "9200",
            paramLabel = "PORT",
            description = "Of Elasticsearch.")
    private int elasticsearchPort;

    @Option(names = "--flink-port", defaultValue = "8081", paramLabel = "PORT", description = "Of Flink's web UI.")
    private int flinkPort;

    @Mixin
    private MetricsPort metrics;

    @Option(names = "--days", defaultValue = "3", description = "How many days of history to play first.")
    private int days;

    @Option(
            names = "--rate",
            defaultValue = "60",
            paramLabel = "EVENTS",
            description = "How many events a minute, on average over a week.")
    private double rate;

    @Option(
            names = "--data-dir",
            paramLabel = "DIRECTORY",
            description = "Where data and logs go, an empty or new directory. Without it a temporary one.")
    private Path directory;

    @Option(
            names = "--keep",
            description = "Keep that directory when the demo stops.",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private boolean keep;

    @Override
    public JobFlags jobFlags() {
        return job;
    }

    @Override
    public void run() {
        metrics.requireFree();
        DemoSettings settings = new DemoSettings(
                port,
                kafkaPort,
                elasticsearchPort,
                flinkPort,
                metrics.port(),
                days,
                rate,
                directory,
                keep,
                job.options());
        try (Demo demo = new Demo(settings, spec.commandLine().getOut())) {
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "Ctrl-C"));
            demo.run();
        }
    }
}
