package io.replybeat.sandbox.cli;

import io.replybeat.care.config.ConfigException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of everything that runs here. Exit codes: 0 done, 1 failed, 2 asked for something unknown. */
@Command(
        name = "replybeat",
        description = "The live heartbeat of social customer care.",
        mixinStandardHelpOptions = true,
        version = "replybeat 0.1.0",
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            BackfillCommand.class,
            ImportCommand.class,
            SimulateCommand.class,
            SetupCommand.class,
            RunCommand.class,
            DashboardCommand.class,
            ConfigCommand.class,
            TrainSentimentCommand.class,
            ScoreSentimentCommand.class,
            AcknowledgeCommand.class,
            EraseCommand.class,
            ClassifyCommand.class,
            ScoreSeriesCommand.class,
            TuneAlertsCommand.class,
            MeasureLatencyCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the message says what to do about it", "2:unknown or contradictory options"
        })
public final class Replybeat implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean verbose;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Replybeat replybeat = new Replybeat();
        CommandLine commandLine = new CommandLine(replybeat);
        addJobFlags(commandLine);
        return commandLine
                .setParameterExceptionHandler((mistake, arguments) -> tell(mistake))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(Failure.explain(failure, replybeat.verbose));
                    return failure instanceof ConfigException
                            ? CommandLine.ExitCode.USAGE
                            : CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static void addJobFlags(CommandLine commandLine) {
        if (commandLine.getCommand() instanceof TakesJobOptions command) {
            command.jobFlags().addTo(commandLine.getCommandSpec(), command.showsJobFlags());
        }
        commandLine.getSubcommands().values().forEach(Replybeat::addJobFlags);
    }

    /** The mistake and the nearest right words; not the whole help, which would hide both. */
    private static int tell(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, err);
        for (Map.Entry<String, CommandLine> subcommand :
                command.getSubcommands().entrySet()) {
            CommandSpec spec = subcommand.getValue().getCommandSpec();
            err.printf("  %-15s %s%n", subcommand.getKey(), spec.usageMessage().description()[0]);
        }
        err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to run:");
    }
}
