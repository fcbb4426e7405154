package io.replybeat.sandbox.cli;

import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Option;
import io.replybeat.stream.options.Options;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives a command every option of the job as a flag, from the one catalogue of them, and the file that holds the others. */
final class JobFlags {
    private final Map<String, String> flags = new HashMap<>();

    @CommandLine.Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Options and brands, in YAML. Flags and the environment (REPLYBEAT_…) win over it.")
    private Path config;

    /**
     * Adds the flags.
     *
     * @param shown in the command's help; hidden they work all the same
     */
    void addTo(CommandSpec command, boolean shown) {
        command.usageMessage().abbreviateSynopsis(true);
        Options.all().stream()
                .filter(option -> command.findOption(option.flag()) == null)
                .forEach(option -> command.addOption(flag(option, !shown)));
    }

    JobOptions options() {
        return JobOptions.from(flags, System.getenv(), config);
    }

    private OptionSpec flag(Option<?> option, boolean hidden) {
        String otherwise = option.otherwise() == null ? "" : " Default: " + option.otherwise() + ".";
        OptionSpec.Builder flag = OptionSpec.builder(option.flag())
                .type(String.class)
                .paramLabel("VALUE")
                .description((option.sentence() + otherwise).replace("%", "%%"))
                .hidden(hidden)
                .setter(new Recorder(option.key()));
        if (option.defaultValue() instanceof Boolean) {
            flag.arity("0..1").fallbackValue("true");
        }
        return flag.build();
    }

    /** Without a value picocli clears every option before it parses: that is no flag given. */
    private final class Recorder implements CommandLine.Model.ISetter {
        private final String key;

        private Recorder(String key) {
            this.key = key;
        }

        @Override
        @SuppressWarnings("unchecked") // picocli's contract: returns the value before.
        public <T> T set(T value) {
            return (T) (value == null ? flags.remove(key) : flags.put(key, value.toString()));
        }
    }
}
