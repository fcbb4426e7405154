package io.replybeat.care.brand;

import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.Problems;
import java.util.Map;
import java.util.function.Function;

/** The entries under one key of a brand; what is wrong with one of them is collected, so that the others are read too. */
record Section(Map<String, ConfigTree> entries, Problems problems) {

    /** The keys known under {@code name}; another one is a problem. */
    static Section of(ConfigTree tree, String name, Problems problems) {
        return new Section(
                problems.collect(() -> tree.mapping(BrandKey.of(name)), Map.<String, ConfigTree>of()), problems);
    }

    <T> T read(BrandKey key, Function<ConfigTree, T> reader, T otherwise) {
        ConfigTree entry = entries.get(key.word());
        return entry == null ? otherwise : problems.collect(() -> reader.apply(entry), otherwise);
    }
}
