package io.replybeat.sandbox.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what a run would be configured with. */
@Command(
        name = "config",
        description = "Show what a run would be configured with.",
        subcommands = ConfigCommand.Print.class)
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: replybeat config print");
    }

    /** Prints every option in force and where each comes from; secrets stay secret. */
    @Command(name = "print", description = "Print every option in force, as a file that says the same, and its source.")
    static final class Print implements Runnable, TakesJobOptions {
        @Spec
        private CommandSpec spec;

        @Mixin
        private JobFlags job;

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
            spec.commandLine().getOut().print(job.options().print());
            spec.commandLine().getOut().flush();
        }
    }
}
