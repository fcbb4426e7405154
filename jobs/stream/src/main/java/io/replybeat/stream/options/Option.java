package io.replybeat.stream.options;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What can be set, under which key, and what holds if nobody does?
 *
 * @param otherwise the default as it would be written; null = not set
 * @param sentence what it does, for people
 */
public record Option<T>(String key, OptionType<T> type, String otherwise, String sentence) {

    private static final Pattern SECRET =
            Pattern.compile(".*(password|secret|token|api-key|routing-key|privacy\\.key|slack\\.url)");

    public T defaultValue() {
        return otherwise == null ? null : type.parse().apply(otherwise);
    }

    /** Is the value not to be shown? */
    public boolean isSecret() {
        return SECRET.matcher(key).matches();
    }

    public String flag() {
        return "--" + key;
    }

    public String variable() {
        return JobOptions.VARIABLE_PREFIX + key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
