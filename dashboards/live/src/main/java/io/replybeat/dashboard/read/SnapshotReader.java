package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.care.metric.Summary;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads everything the page shows with one request to Elasticsearch. */
public final class SnapshotReader {

    private static final Summary NOTHING = new Summary();

    /** As people look a name up; names that differ in case only keep a fixed order. */
    private static final Comparator<String> BY_NAME =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final Elasticsearch elasticsearch;
    private final Conversations conversations;
    private final Windows windows;

    public SnapshotReader(URI elasticsearchUrl, String indexPrefix) {
        this.elasticsearch = new Elasticsearch(elasticsearchUrl);
        this.conversations = new Conversations(indexPrefix);
        this.windows = new Windows(indexPrefix);
    }

    public Snapshot read(Instant now) throws ElasticsearchFailure, InterruptedException {
        List<Search> questions = new ArrayList<>();
        questions.add(conversations.waiting(now));
        questions.add(conversations.freshness(now));
        for (Range range : Range.values()) {
            questions.add(windows.ofBrands(range, now));
        }
        List<JsonNode> answers = elasticsearch.ask(questions);

        Map<String, Waiting> waiting = Conversations.readWaiting(answers.get(0));
        Map<String, Instant> freshness = Conversations.readFreshness(answers.get(1));
        Map<Range, Map<String, Summary>> summaries = new EnumMap<>(Range.class);
        for (Range range : Range.values()) {
            summaries.put(range, Windows.read(answers.get(2 + range.ordinal())));
        }
        return assemble(waiting, freshness, summaries);
    }

    private static Snapshot assemble(
            Map<String, Waiting> waiting, Map<String, Instant> freshness, Map<Range, Map<String, Summary>> summaries) {
        TreeSet<String> names = new TreeSet<>(BY_NAME);
        names.addAll(waiting.keySet());
        names.addAll(freshness.keySet());
        summaries.values().forEach(perBrand -> names.addAll(perBrand.keySet()));
        List<BrandNumbers> brands = new ArrayList<>(names.size());
        for (String brand : names) {
            Map<Range, Map<RangeNumber, Measured>> ranges = new EnumMap<>(Range.class);
            summaries.forEach((range, perBrand) -> ranges.put(range, measure(perBrand.getOrDefault(brand, NOTHING))));
            brands.add(
                    new BrandNumbers(brand, freshness.get(brand), waiting.getOrDefault(brand, Waiting.NOBODY), ranges));
        }
        return new Snapshot(List.copyOf(brands));
    }

    private static Map<RangeNumber, Measured> measure(Summary summary) {
        Map<RangeNumber, Measured> measured = new EnumMap<>(RangeNumber.class);
        for (RangeNumber number : RangeNumber.values()) {
            measured.put(number, number.measure(summary));
        }
        return measured;
    }
}
