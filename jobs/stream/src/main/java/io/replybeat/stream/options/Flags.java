package io.replybeat.stream.options;

import io.replybeat.care.config.ConfigException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a command line of {@code --key=value} and {@code --key value} into keys and values, without judging the keys. */
public final class Flags {

    /** The flag that names the file. */
    public static final String CONFIG = "config";

    private Flags() {}

    /** A switch may stand alone: {@code --checkpoint.unaligned} is {@code =true}. */
    public static Map<String, String> parse(String... arguments) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--") || argument.length() == 2) {
                throw new ConfigException("\"%s\" is no option; write --key=value".formatted(argument));
            }
            int equals = argument.indexOf('=');
            String key = argument.substring(2, equals < 0 ? argument.length() : equals);
            String value;
            if (equals >= 0) {
                value = argument.substring(equals + 1);
            } else if (i + 1 < arguments.length && !arguments[i + 1].startsWith("--")) {
                value = arguments[++i];
            } else if (isSwitch(key)) {
                value = "true";
            } else {
                throw new ConfigException("--%s: the value is missing; write --%s=…".formatted(key, key));
            }
            if (flags.put(key, value) != null) {
                throw new ConfigException("--%s is given twice; keep one".formatted(key));
            }
        }
        return flags;
    }

    private static boolean isSwitch(String key) {
        return Options.find(key)
                .filter(option -> option.type() == OptionType.SWITCH)
                .isPresent();
    }
}
