package io.replybeat.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast is the pipeline, and what does an event cost? Every command prints one Markdown table; README.md says how to read it. */
@Command(
        name = "jobs/bench/run",
        description = "Measures the pipeline and what it is made of on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LayersCommand.class,
            FlatCommand.class,
            CalloutsCommand.class,
            TextsCommand.class,
            DetectorsCommand.class
        })
public final class Bench implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to measure: layers, flat, callouts, texts or detectors");
    }
}
