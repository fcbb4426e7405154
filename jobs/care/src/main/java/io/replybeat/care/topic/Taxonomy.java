package io.replybeat.care.topic;

import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.topic.Reading.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which topics does a user distinguish, by which phrases, and which of them does a message speak of?
 *
 * <p>The rules are a YAML file the user owns (docs/topics.md); {@link #shipped} is a good one to begin with. Immutable,
 * for several threads at once.
 */
public final class Taxonomy {

    private static final String SHIPPED = "taxonomy.yaml";
    private static final String UNKNOWN_LANGUAGE = "und";

    /** Gravity first, then the order of the file, then the order of the text. */
    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparingInt(
                    (Finding finding) -> -entryOf(finding).gravity())
            .thenComparingInt(finding -> entryOf(finding).place())
            .thenComparingInt(Finding::start)
            .thenComparingInt(Finding::end);

    private final Map<String, TopicEntry> entries;
    private final Phrasebook book;
    private final boolean byLanguage;

    Taxonomy(List<TopicEntry> entries, Phrasebook book, boolean byLanguage) {
        this.entries = new LinkedHashMap<>();
        entries.forEach(entry -> this.entries.put(entry.path(), entry));
        this.book = book;
        this.byLanguage = byLanguage;
    }

    /** The taxonomy that comes with this program, built once. */
    public static Taxonomy shipped() {
        return Shipped.TAXONOMY;
    }

    /** The file of {@link #shipped}, to copy and change. */
    public static String shippedText() {
        try (InputStream in = Taxonomy.class.getResourceAsStream(SHIPPED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + SHIPPED + " failed", e);
        }
    }

    /** A {@link io.replybeat.care.config.ConfigException} names all that is wrong. */
    public static Taxonomy parse(String yaml) {
        return read(ConfigTree.parse(SHIPPED, yaml));
    }

    /** Reads a whole file; a {@link io.replybeat.care.config.ConfigException} names all that is wrong. */
    public static Taxonomy read(ConfigTree file) {
        return new TaxonomyReader().taxonomy(file);
    }

    /**
     * Never fails; time grows with the length of the text and nothing else.
     *
     * @param text of a message; null speaks of nothing
     * @param language its code; heeded only where the file says {@code by_language}, null and {@code und} never
     */
    public Classification classify(String text, String language) {
        if (text == null) {
            return Classification.NOTHING;
        }
        FoldedText folded = FoldedText.of(text);
        List<Finding> findings = new Reading(book, folded, byLanguage ? withoutRegion(language) : null).findings();
        return findings.isEmpty() ? Classification.NOTHING : classification(findings, folded);
    }

    /** {@code pt} of {@code pt-BR}; null where it is not known. */
    private static String withoutRegion(String language) {
        if (language == null || language.equals(UNKNOWN_LANGUAGE)) {
            return null;
        }
        int region = language.indexOf('-');
        return region < 0 ? language : language.substring(0, region);
    }

    private static Classification classification(List<Finding> findings, FoldedText text) {
        findings.sort(GRAVEST_FIRST);
        List<Match> matches = new ArrayList<>(findings.size());
        int tier = 0;
        boolean mustNotWait = false;
        for (Finding finding : findings) {
            TopicEntry entry = entryOf(finding);
            tier = Math.max(tier, entry.tier());
            mustNotWait |= entry.mustNotWait();
            matches.add(new Match(
                    entry.topic(),
                    entry.subTopic(),
                    finding.step().phrase().written(),
                    text.place(text.wordStart(finding.start())),
                    text.place(text.wordLast(finding.end() - 1)) + 1));
        }
        return new Classification(matches, tier, mustNotWait);
    }

    private static TopicEntry entryOf(Finding finding) {
        return finding.step().phrase().entry();
    }

    /** Whether the taxonomy has this topic, {@code billing}, or sub-topic, {@code billing/double_charge}. */
    public boolean knows(String topic) {
        return entries.containsKey(topic);
    }

    /** All topics and sub-topics in the order of the file: {@code billing}, {@code billing/double_charge}, … */
    public List<String> topics() {
        return List.copyOf(entries.keySet());
    }

    /** The tier of a known topic or sub-topic, 1 to 3; 0 for an unknown one and for what has none and must not wait. */
    public int tierOf(String topic) {
        TopicEntry entry = entries.get(topic);
        return entry == null ? 0 : entry.tier();
    }

    /** Whether a known topic or sub-topic is of the class that must not wait. */
    public boolean mustNotWait(String topic) {
        TopicEntry entry = entries.get(topic);
        return entry != null && entry.mustNotWait();
    }

    private static final class Shipped {
        static final Taxonomy TAXONOMY = parse(shippedText());
    }
}
