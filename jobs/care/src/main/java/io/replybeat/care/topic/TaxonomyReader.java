package io.replybeat.care.topic;

import io.replybeat.care.config.ConfigException;
import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.config.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a taxonomy strictly: what it does not know it names, with the nearest word it knows; it guesses nothing. */
final class TaxonomyReader {

    private static final String TOPICS = "topics";
    private static final String BY_LANGUAGE = "by_language";
    private static final String TIER = "tier";
    private static final String MUST_NOT_WAIT = "must_not_wait";
    private static final String PHRASES = "phrases";
    private static final String UNLESS = "unless";
    private static final String SUB_TOPICS = "sub_topics";

    private static final List<String> KEYS_OF_SUB_TOPIC = List.of(TIER, MUST_NOT_WAIT, PHRASES, UNLESS);
    private static final List<String> KEYS_OF_TOPIC = List.of(TIER, MUST_NOT_WAIT, PHRASES, UNLESS, SUB_TOPICS);

    private final Problems problems = new Problems();
    private final List<TopicEntry> entries = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();

    Taxonomy taxonomy(ConfigTree file) {
        Map<String, ConfigTree> keys =
                problems.collect(() -> file.mapping(List.of(BY_LANGUAGE, TOPICS)), Map.<String, ConfigTree>of());
        boolean byLanguage =
                keys.containsKey(BY_LANGUAGE) && problems.collect(keys.get(BY_LANGUAGE)::bool, Boolean.FALSE);
        mapping(keys.get(TOPICS), null).forEach(this::topic);
        problems.raise();
        return new Taxonomy(entries, new Phrasebook(phrases), byLanguage);
    }

    private void topic(String name, ConfigTree tree) {
        Map<String, ConfigTree> keys = mapping(tree, KEYS_OF_TOPIC);
        TopicEntry topic = entry(null, name, tree, keys);
        mapping(keys.get(SUB_TOPICS), null)
                .forEach((subName, subTree) -> entry(topic, subName, subTree, mapping(subTree, KEYS_OF_SUB_TOPIC)));
    }

    private TopicEntry entry(TopicEntry parent, String name, ConfigTree tree, Map<String, ConfigTree> keys) {
        if (!name.matches("[^\\s/:]+")) {
            problems.collect(() -> fail(tree.error("a name has no blanks, \"/\" and \":\"; write double_charge")));
        }
        int otherwise = parent == null ? TopicEntry.MUST_NOT_WAIT : parent.tier();
        int tier = problems.collect(() -> tier(parent, tree, keys), otherwise);
        TopicEntry entry = new TopicEntry(parent, name, tier, entries.size());
        entries.add(entry);
        phrases(entry, keys.get(PHRASES), false);
        phrases(entry, keys.get(UNLESS), true);
        return entry;
    }

    private static int tier(TopicEntry parent, ConfigTree tree, Map<String, ConfigTree> keys) {
        ConfigTree tier = keys.get(TIER);
        ConfigTree mustNotWait = keys.get(MUST_NOT_WAIT);
        boolean waits = mustNotWait == null || !mustNotWait.bool();
        if (tier != null && !waits) {
            throw tree.error("what must not wait is a class of its own and has no tier; remove one of the two");
        }
        if (tier != null) {
            return tier.as(TaxonomyReader::tier);
        }
        if (waits && (parent == null || mustNotWait != null)) {
            throw tree.error("how grave is it? Write tier: 1, 2 or 3, or must_not_wait: true");
        }
        return waits ? parent.tier() : TopicEntry.MUST_NOT_WAIT;
    }

    private static int tier(String text) {
        if (!text.matches("[123]")) {
            throw new IllegalArgumentException(
                    "a tier is 1 (general), 2 (individual) or 3 (money, outage, undelivered or unusable)");
        }
        return Integer.parseInt(text);
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
        mapping(tree, null).forEach((language, list) -> {
            if (!language.matches("[a-z]{2,3}")) {
                problems.collect(() -> fail(list.error("write a language as en, de, pt …")));
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

    /** The entries under a key that may be absent; {@code known} null allows every one. */
    private Map<String, ConfigTree> mapping(ConfigTree tree, List<String> known) {
        return tree == null
                ? Map.of()
                : problems.collect(
                        () -> known == null ? tree.mapping() : tree.mapping(known), Map.<String, ConfigTree>of());
    }

    private static void fail(ConfigException problem) {
        throw problem;
    }
}
