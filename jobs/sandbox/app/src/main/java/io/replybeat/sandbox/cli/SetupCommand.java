package io.replybeat.sandbox.cli;

import io.replybeat.stream.setup.Setup;
import io.replybeat.stream.setup.Step;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates what a job needs in Kafka and Elasticsearch and is not there yet. */
@Command(
        name = "setup",
        description = {
            "Create the topics and index templates that are missing.",
            "Doing it again changes nothing; nothing is ever deleted."
        },
        footer = {"", "Every option of the job works here too; `replybeat config print --help` lists them."})
final class SetupCommand implements Runnable, TakesJobOptions {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JobFlags job;

    @Option(
            names = "--dry-run",
            description = "Show what would be sent to the running Kafka and Elasticsearch, change nothing.")
    private boolean dryRun;

    @Override
    public JobFlags jobFlags() {
        return job;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (Setup setup = Setup.of(job.options())) {
            List<Step> plan = setup.plan();
            if (dryRun) {
                plan.forEach(step -> show(step, out));
                return;
            }
            plan.stream().filter(step -> !step.isDue()).forEach(out::println);
            setup.apply(plan, step -> out.println(step.done()));
        } finally {
            out.flush();
        }
    }

    private static void show(Step step, PrintWriter out) {
        out.println(step);
        if (!step.request().isEmpty()) {
            out.println(step.request().indent(2));
        }
    }
}
