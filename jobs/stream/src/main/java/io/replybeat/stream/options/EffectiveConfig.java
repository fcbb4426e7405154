package io.replybeat.stream.options;

import java.util.regex.Pattern;

/** Writes what holds for a run as a file that would say the same, with the source of every line beside it. */
final class EffectiveConfig {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9./][A-Za-z0-9./:_+-]*");
    private static final int SOURCE_COLUMN = 64;

    private EffectiveConfig() {}

    static String of(JobOptions options) {
        StringBuilder text = new StringBuilder();
        for (Option<?> option : Options.all()) {
            text.append(line(option, options)).append('\n');
        }
        text.append("# brands: ")
                .append(
                        options.brands().named().isEmpty()
                                ? "none named, every brand has the defaults"
                                : String.join(", ", options.brands().named().keySet()))
                .append("; fingerprint ")
                .append(options.brands().fingerprint())
                .append('\n');
        return text.toString();
    }

    private static <T> String line(Option<T> option, JobOptions options) {
        T value = options.get(option);
        String source = options.sourceOf(option);
        if (value == null) {
            return "# %s is not set".formatted(option.key());
        }
        if (option.isSecret()) {
            return "# %s is set and not shown (%s)".formatted(option.key(), source);
        }
        String written =
                "%s: %s".formatted(option.key(), quoted(option.type().format().apply(value)));
        return ("%-" + SOURCE_COLUMN + "s # %s").formatted(written, source);
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
