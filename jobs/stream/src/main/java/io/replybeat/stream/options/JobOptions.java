package io.replybeat.stream.options;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.config.ConfigException;
import io.replybeat.care.config.Problems;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for this run? Each option from the strongest source that gives it: flags, then the environment
 * ({@code REPLYBEAT_…}), then the file, then the default; and the file's brands.
 *
 * <p>Immutable. Whatever is unknown, unreadable or contradictory is one {@link ConfigException} that names all of it.
 */
public final class JobOptions implements Serializable {

    public static final String VARIABLE_PREFIX = "REPLYBEAT_";

    private static final long serialVersionUID = 1;
    private static final String DEFAULT_SOURCE = "default";
    private static final String PROGRAM_SOURCE = "set by the program";

    private record Setting(Serializable value, String source) implements Serializable {}

    private final Map<String, Setting> settings;
    private final Brands brands;

    private JobOptions(Map<String, Setting> settings, Brands brands) {
        this.settings = Collections.unmodifiableMap(settings);
        this.brands = brands;
    }

    public static JobOptions defaults() {
        return from(Map.of(), Map.of(), null);
    }

    /** Reads a command line, {@code --config FILE} included. */
    public static JobOptions parse(String[] arguments, Map<String, String> environment) {
        Map<String, String> flags = Flags.parse(arguments);
        String file = flags.remove(Flags.CONFIG);
        return from(flags, environment, file == null ? null : Path.of(file));
    }

    /** {@code flags} without their dashes; {@code configFile} may be null. */
    public static JobOptions from(Map<String, String> flags, Map<String, String> environment, Path configFile) {
        Problems problems = new Problems();
        Sources sources = new Sources(problems);
        if (configFile != null) {
            sources.readFile(configFile);
        }
        sources.readEnvironment(environment);
        sources.readFlags(flags);
        Map<String, Setting> settings = new HashMap<>();
        for (Option<?> option : Options.all()) {
            Given given = sources.given().get(option.key());
            problems.collect(() -> settings.put(option.key(), setting(option, given)), null);
        }
        problems.raise();
        JobOptions options = new JobOptions(settings, sources.brands())
                .withSecretOf(Options.ELASTICSEARCH_PASSWORD, Options.ELASTICSEARCH_PASSWORD_FILE)
                .withSecretOf(Options.ELASTICSEARCH_API_KEY, Options.ELASTICSEARCH_API_KEY_FILE)
                .withSecretOf(Options.PRIVACY_KEY, Options.PRIVACY_KEY_FILE)
                .withSecretOf(Options.ALERTS_ALERTMANAGER_PASSWORD, Options.ALERTS_ALERTMANAGER_PASSWORD_FILE)
                .withSecretOf(Options.ALERTS_ALERTMANAGER_TOKEN, Options.ALERTS_ALERTMANAGER_TOKEN_FILE)
                .withSecretOf(Options.ALERTS_SLACK_URL, Options.ALERTS_SLACK_URL_FILE)
                .withSecretOf(Options.ALERTS_PAGERDUTY_ROUTING_KEY, Options.ALERTS_PAGERDUTY_ROUTING_KEY_FILE)
                .withSecretOf(Options.ALERTS_WEBHOOK_SECRET, Options.ALERTS_WEBHOOK_SECRET_FILE);
        Consistency.check(options);
        return options;
    }

    private static Setting setting(Option<?> option, Given given) {
        if (given == null) {
            return new Setting((Serializable) option.defaultValue(), DEFAULT_SOURCE);
        }
        if (given.text().isBlank()) {
            throw new ConfigException("%s: the value of %s is missing".formatted(given.source(), option.key()));
        }
        try {
            return new Setting(
                    (Serializable) option.type().parse().apply(given.text().strip()), given.source());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("%s: %s: \"%s\": %s"
                    .formatted(given.source(), option.key(), option.isSecret() ? "…" : given.text(), e.getMessage()));
        }
    }

    private <T> JobOptions withSecretOf(Option<T> secret, Option<String> file) {
        String path = get(file);
        if (path == null) {
            return this;
        }
        if (get(secret) != null) {
            throw new ConfigException("%s and %s are both given; keep one".formatted(secret.key(), file.key()));
        }
        try {
            String text = Files.readString(Path.of(path)).strip();
            return with(secret, secret.type().parse().apply(text), path);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("%s: %s: %s".formatted(file.key(), path, e.getMessage()));
        } catch (IOException e) {
            throw new ConfigException("%s: %s cannot be read (%s); check the path and its permissions"
                    .formatted(
                            file.key(),
                            Path.of(path).toAbsolutePath(),
                            e.getClass().getSimpleName()));
        }
    }

    /** The value; null only where {@link #isSet} says no. */
    @SuppressWarnings("unchecked") // Only a value of the option's own type ever comes under its key.
    public <T> T get(Option<T> option) {
        return (T) settings.get(option.key()).value();
    }

    public <T> Optional<T> find(Option<T> option) {
        return Optional.ofNullable(get(option));
    }

    public boolean isSet(Option<?> option) {
        return get(option) != null;
    }

    /** Who said so: a flag, a variable, a file with its line, or {@code default}. */
    public String sourceOf(Option<?> option) {
        return settings.get(option.key()).source();
    }

    public Brands brands() {
        return brands;
    }

    /** The same options with one changed by the program: by the sandbox, by a test. */
    public <T> JobOptions with(Option<T> option, T value) {
        JobOptions options = with(option, value, PROGRAM_SOURCE);
        Consistency.check(options);
        return options;
    }

    /** The same options with another default: what somebody set stays. */
    public <T> JobOptions withDefault(Option<T> option, T value) {
        return sourceOf(option).equals(DEFAULT_SOURCE) ? with(option, value) : this;
    }

    private <T> JobOptions with(Option<T> option, T value, String source) {
        Map<String, Setting> changed = new HashMap<>(settings);
        changed.put(option.key(), new Setting((Serializable) value, source));
        return new JobOptions(changed, brands);
    }

    public JobOptions with(Brands otherBrands) {
        return new JobOptions(settings, otherBrands);
    }

    /** Everything that holds, as a file that says the same, each line with its source; secrets are masked. */
    public String print() {
        return EffectiveConfig.of(this);
    }
}
