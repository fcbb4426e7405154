package io.replybeat.care.config;

import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong in a configuration, where it stands and what to write instead: one line a problem, for people. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConfigException(String message) {
        super(message);
    }

    static ConfigException of(List<ConfigException> problems) {
        return new ConfigException(
                problems.stream().map(Throwable::getMessage).distinct().collect(Collectors.joining("\n")));
    }
}
