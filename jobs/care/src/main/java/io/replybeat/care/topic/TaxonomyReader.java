package io.replybeat.care.topic;

import io.replybeat.care.config.ConfigException;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.Nearest;
import io.replybeat.care.config.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a taxonomy strictly: what it does not know it names, with the nearest word it knows; it guesses nothing. A mistake
 * is told once: what only follows from another one is not told.
 */
final class TaxonomyReader {

    private static final String TOPICS = "topics";
    private static final String BY_LANGUAGE = "by_language";
    private static final String TIER = "tier";
    private static final String MUST_NOT_WAIT = "must_not_wait";
    private static final String PHRASES = "phrases";
    private static final String UNLESS = "unless";
    private static final String SUB_TOPICS = "sub_topics";

    private static final List<String> KEYS_OF_FILE = List.of(BY_LANGUAGE, TOPICS);
    private static final List<String> KEYS_OF_SUB_TOPIC = List.of(TIER, MUST_NOT_WAIT, PHRASES, UNLESS);
    private static final List<String> KEYS_OF_TOPIC = List.of(TIER, MUST_NOT_WAIT, PHRASES, UNLESS, SUB_TOPICS);

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Problems problems = new Problems();
    private final List<TopicEntry> entries = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();

    Taxonomy taxonomy(ConfigTree tree) {
        Section file = section(tree, KEYS_OF_FILE);
        Boolean byLanguage = file.read(BY_LANGUAGE, ConfigTree::bool);
        if (file.isBare(TOPICS, TaxonomyReader::hasNoEntry)) {
            tell(tree.error("there are no topics; write one, such as topics: {billing: {tier: 3, phrases: [refund*]}},"
                    + " or begin with the file that classify --print-taxonomy prints"));
        }
        mapping(file.get(TOPICS)).forEach(this::topic);
        problems.raise();
        return new Taxonomy(entries, new Phrasebook(phrases), Boolean.TRUE.equals(byLanguage));
    }

    private void topic(String name, ConfigTree tree) {
        Section keys = section(tree, KEYS_OF_TOPIC);
        TopicEntry topic = entry(null, name, keys);
        if (keys.isBare(SUB_TOPICS, TaxonomyReader::hasNoEntry)) {
            wantPhrases(keys, "write phrases: [...] or sub_topics that have some");
        }
        mapping(keys.get(SUB_TOPICS)).forEach((subName, subTree) -> {
            Section subKeys = section(subTree, KEYS_OF_SUB_TOPIC);
            entry(topic, subName, subKeys);
            wantPhrases(subKeys, "write phrases: [...] or remove it");
        });
    }

    private TopicEntry entry(TopicEntry parent, String name, Section keys) {
        if (!name.matches("[^\\s/:]+")) {
            tell(keys.tree().error("a name has no blanks, \"/\" and \":\"; write double_charge"));
        }
        TopicEntry entry = new TopicEntry(parent, name, tier(parent, keys), entries.size());
        entries.add(entry);
        phrases(entry, keys.get(PHRASES), false);
        phrases(entry, keys.get(UNLESS), true);
        return entry;
    }

    private int tier(TopicEntry parent, Section keys) {
        Integer tier = keys.read(TIER, each -> each.as(TaxonomyReader::tier));
        Boolean mustNotWait = keys.read(MUST_NOT_WAIT, ConfigTree::bool);
        boolean neverWaits = Boolean.TRUE.equals(mustNotWait);
        if (neverWaits && keys.get(TIER) != null) {
            tell(keys.tree().error("what must not wait is a class of its own and has no tier; remove one of the two"));
        }
        boolean inheritsNothing = parent == null && keys.lacks(MUST_NOT_WAIT) || Boolean.FALSE.equals(mustNotWait);
        if (inheritsNothing && keys.lacks(TIER)) {
            tell(keys.tree().error("how grave is it? Write tier: 1, 2 or 3, or must_not_wait: true"));
        }
        if (tier != null) {
            return tier;
        }
        return parent == null || neverWaits ? TopicEntry.MUST_NOT_WAIT : parent.tier();
    }

    private static int tier(String text) {
        if (!text.matches("[123]")) {
            throw new IllegalArgumentException(
                    "a tier is 1 (general), 2 (individual) or 3 (money, outage, undelivered or unusable)");
        }
        return Integer.parseInt(text);
    }

    private void wantPhrases(Section keys, String remedy) {
        if (keys.isBare(PHRASES, TaxonomyReader::hasNoPhrase)) {
            tell(keys.tree().error("it has no phrases, so nothing is ever found; " + remedy));
        }
    }

    /** A list, or lists under languages; a phrase under none is of every language. */
    private void phrases(TopicEntry entry, ConfigTree tree, boolean unless) {
        if (tree == null) {
            return;
        }
        if (!tree.isMapping()) {
            phrases(entry, null, tree, unless);
            return;
        }
        mapping(tree).forEach((language, list) -> {
            if (!LANGUAGES.contains(language)) {
                tell(list.error("no language has this code; write a language as en, de, pt … (ISO 639-1)"));
            }
            phrases(entry, language, list, unless);
        });
    }

    private void phrases(TopicEntry entry, String language, ConfigTree list, boolean unless) {
        for (ConfigTree each : problems.collect(list::list, List.<ConfigTree>of())) {
            problems.collect(() -> {
                phrases.add(each.as(written -> phrase(entry, language, unless, written)));
            });
        }
    }

    private static Phrase phrase(TopicEntry entry, String language, boolean unless, String written) {
        Phrase phrase = new Phrase(entry, language, unless, written);
        phrase.spellings();
        return phrase;
    }

    /** The entries under a key that may be absent. */
    private Map<String, ConfigTree> mapping(ConfigTree tree) {
        return tree == null ? Map.of() : problems.collect(tree::mapping, Map.<String, ConfigTree>of());
    }

    private Section section(ConfigTree tree, List<String> known) {
        Map<String, ConfigTree> entries = problems.collect(tree::mapping, null);
        if (entries == null) {
            return new Section(tree, Map.of(), Set.copyOf(known), problems);
        }
        Set<String> misspelt = new HashSet<>();
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                tell(value.unknown(key, known));
                misspelt.add(Nearest.to(key, known));
            }
        });
        return new Section(tree, entries, misspelt, problems);
    }

    private void tell(ConfigException problem) {
        problems.collect((Runnable) () -> {
            throw problem;
        });
    }

    private static boolean hasNoEntry(ConfigTree tree) {
        return tree.mapping().isEmpty();
    }

    private static boolean hasNoPhrase(ConfigTree tree) {
        return tree.isMapping()
                ? tree.mapping().values().stream().allMatch(list -> list.list().isEmpty())
                : tree.list().isEmpty();
    }

    /**
     * The entries under one topic, one sub-topic or the whole file; what is wrong with one of them does not hide the others.
     *
     * @param misspelt the keys that may stand here in another spelling, so that nobody misses them
     */
    private record Section(ConfigTree tree, Map<String, ConfigTree> entries, Set<String> misspelt, Problems problems) {

        /** Null if it is absent. */
        ConfigTree get(String key) {
            return entries.get(key);
        }

        boolean lacks(String key) {
            return !entries.containsKey(key) && !misspelt.contains(key);
        }

        /** Whether nothing stands under the key. What cannot be read is told where it is read, and is not nothing. */
        boolean isBare(String key, Function<ConfigTree, Boolean> isEmpty) {
            ConfigTree entry = get(key);
            return entry == null ? lacks(key) : new Problems().collect(() -> isEmpty.apply(entry), false);
        }

        /** Null if it is absent or wrong. */
        <T> T read(String key, Function<ConfigTree, T> reader) {
            ConfigTree entry = get(key);
            return entry == null ? null : problems.collect(() -> reader.apply(entry), null);
        }
    }
}
