package io.replybeat.care.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * What stands at this place of a YAML file, exactly as it was typed? Every complaint names file, line and path.
 *
 * <p>It reads the parsed document before YAML makes values of it, so {@code 9:30} stays a time instead of 570, {@code no}
 * a brand of that name and {@code 2026-12-25} a date without a zone.
 */
public final class ConfigTree {

    private final String file;
    private final String path;
    private final Node node;

    private ConfigTree(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    public static ConfigTree read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), new UnicodeReader(in));
        } catch (IOException e) {
            throw new ConfigException("%s cannot be read (%s); check the path and its permissions"
                    .formatted(file, e.getClass().getSimpleName()));
        }
    }

    /** {@code name} stands for the file in complaints. */
    public static ConfigTree parse(String name, String yaml) {
        return read(name, new StringReader(yaml));
    }

    private static ConfigTree read(String name, Reader yaml) {
        try {
            return new ConfigTree(name, "", new Yaml(new SafeConstructor(limits())).compose(yaml));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ConfigException("%s:%d: this is not YAML: %s".formatted(name, line, e.getProblem()));
        } catch (YAMLException e) {
            throw new ConfigException("%s: this is not YAML: %s".formatted(name, e.getMessage()));
        }
    }

    /** The parser's own limits, 50 aliases and 3 MB, end at some dozens of brands that share their hours. */
    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(100_000);
        limits.setCodePointLimit(64 << 20);
        return limits;
    }

    /** Dotted, with list places: {@code brands.acme.sla[0].tier}. */
    public String path() {
        return path;
    }

    /** File and line, for "given in". */
    public String place() {
        return node == null ? file : file + ":" + (node.getStartMark().getLine() + 1);
    }

    public boolean isEmpty() {
        return node == null || node.getTag().equals(Tag.NULL);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The entries in the file's order; empty if nothing stands here. A key that stands here twice is a complaint. */
    public Map<String, ConfigTree> mapping() {
        Map<String, ConfigTree> entries = new LinkedHashMap<>();
        if (isEmpty()) {
            return entries;
        }
        if (!isMapping()) {
            throw error("here belong keys with values, not " + shown());
        }
        if (node.isTwoStepsConstruction()) {
            throw error("this contains itself, by an alias; write it out");
        }
        List<Node> merged = new ArrayList<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merged.add(tuple.getValueNode());
                continue;
            }
            String key = child("", tuple.getKeyNode()).text();
            ConfigTree value = child(path.isEmpty() ? key : path + "." + key, tuple.getValueNode());
            if (entries.put(key, value) != null) {
                throw child(value.path, tuple.getKeyNode()).error("this key stands here twice; keep one");
            }
        }
        merged.forEach(
                node -> child(path, node).list().forEach(base -> base.mapping().forEach(entries::putIfAbsent)));
        return entries;
    }

    /** The entries, all of known keys; another one is a complaint that names the nearest. */
    public Map<String, ConfigTree> mapping(Collection<String> known) {
        Map<String, ConfigTree> entries = mapping();
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.unknown(key, known);
            }
        });
        return entries;
    }

    public ConfigException unknown(String key, Collection<String> known) {
        return error("unknown key; did you mean \"%s\"? Known here: %s"
                .formatted(Nearest.to(key, known), String.join(", ", known)));
    }

    /** The elements; one that stands alone is a list of one, nothing an empty list. */
    public List<ConfigTree> list() {
        if (isEmpty()) {
            return List.of();
        }
        if (!isList()) {
            return List.of(this);
        }
        List<ConfigTree> elements = new ArrayList<>();
        for (Node element : ((SequenceNode) node).getValue()) {
            elements.add(child(path + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    /** The characters as typed. */
    public String text() {
        if (isEmpty()) {
            throw error("the value is missing; write one or remove the key");
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw error("one value belongs here, not " + shown());
        }
        return scalar.getValue();
    }

    /** What {@code parse} makes of the text; its {@link IllegalArgumentException} becomes a complaint with the place. */
    public <T> T as(Function<String, T> parse) {
        try {
            return parse.apply(text());
        } catch (IllegalArgumentException e) {
            throw error(shown() + ": " + e.getMessage());
        }
    }

    public boolean bool() {
        return as(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("write true or false");
        });
    }

    /** A constant by its name in small letters. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        return as(text -> {
            for (E each : type.getEnumConstants()) {
                if (each.name().equalsIgnoreCase(text.strip())) {
                    return each;
                }
            }
            List<String> names = words(type);
            throw new IllegalArgumentException(
                    "did you mean \"%s\"? Known here: %s".formatted(Nearest.to(text, names), String.join(", ", names)));
        });
    }

    /** The names of an enum's constants as they are written in a file. */
    public static List<String> words(Class<? extends Enum<?>> type) {
        return List.of(type.getEnumConstants()).stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }

    public ConfigException error(String problem) {
        return new ConfigException(path.isEmpty() ? place() + ": " + problem : place() + ": " + path + ": " + problem);
    }

    private ConfigTree child(String childPath, Node child) {
        return new ConfigTree(file, childPath, child);
    }

    private String shown() {
        if (node instanceof ScalarNode scalar) {
            return "\"" + scalar.getValue() + "\"";
        }
        return isMapping() ? "keys with values" : isList() ? "a list" : "nothing";
    }
}
