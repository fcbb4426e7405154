package io.replybeat.stream.options;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.config.ConfigException;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.Nearest;
import io.replybeat.care.config.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was given, by the strongest source that speaks: flags before environment before file. Nobody's key goes unknown. */
final class Sources {

    /** Variables that begin as ours do and are read by the launcher. */
    private static final Set<String> NOT_OPTIONS = Set.of("REPLYBEAT_HOME", "REPLYBEAT_JAVA_OPTS");

    private static final String BRANDS = "brands";

    private final Map<String, Given> given = new HashMap<>();
    private final Problems problems;
    private Brands brands = Brands.none();

    Sources(Problems problems) {
        this.problems = problems;
    }

    Map<String, Given> given() {
        return given;
    }

    Brands brands() {
        return brands;
    }

    void readFile(Path file) {
        problems.collect(() -> readGroup("", ConfigTree.read(file)));
    }

    private void readGroup(String prefix, ConfigTree group) {
        group.mapping().forEach((key, value) -> problems.collect(() -> readEntry(prefix + key, value)));
    }

    private void readEntry(String key, ConfigTree value) {
        if (key.equals(BRANDS)) {
            brands = Brands.read(value);
        } else if (Options.find(key).isPresent()) {
            if (given.put(key, new Given(textOf(value), value.place())) != null) {
                throw value.error("this key stands twice in the file, dotted and nested; keep one");
            }
        } else if (Options.isGroup(key)) {
            readGroup(key + ".", value);
        } else {
            throw value.error("unknown key; did you mean \"%s\"?".formatted(Nearest.to(key, fileKeys())));
        }
    }

    private static String textOf(ConfigTree value) {
        return value.isList()
                ? value.list().stream().map(ConfigTree::text).collect(Collectors.joining(","))
                : value.text();
    }

    private static List<String> fileKeys() {
        List<String> keys = new ArrayList<>(List.of(BRANDS));
        for (Option<?> option : Options.all()) {
            String key = option.key();
            keys.add(key);
            for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
                keys.add(key.substring(0, dot));
            }
        }
        return keys;
    }

    /** An empty variable counts as not set: compose files and unit files pass on what nobody filled in. */
    void readEnvironment(Map<String, String> environment) {
        Map<String, String> keyOf = Options.all().stream().collect(Collectors.toMap(Option::variable, Option::key));
        environment.forEach((variable, value) -> {
            String key = keyOf.get(variable);
            if (key != null && !value.isBlank()) {
                given.put(key, new Given(value, variable));
            } else if (key == null
                    && variable.startsWith(JobOptions.VARIABLE_PREFIX)
                    && !NOT_OPTIONS.contains(variable)) {
                problems.collect(() -> {
                    throw new ConfigException("%s: unknown variable; did you mean %s?"
                            .formatted(variable, Nearest.to(variable, keyOf.keySet())));
                });
            }
        });
    }

    void readFlags(Map<String, String> flags) {
        List<String> known = Options.all().stream().map(Option::key).toList();
        flags.forEach((key, value) -> {
            if (known.contains(key)) {
                given.put(key, new Given(value, "--" + key));
            } else {
                problems.collect(() -> {
                    throw new ConfigException(
                            "--%s: unknown option; did you mean --%s?".formatted(key, Nearest.to(key, known)));
                });
            }
        });
    }
}
