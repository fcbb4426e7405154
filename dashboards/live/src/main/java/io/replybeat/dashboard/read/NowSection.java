package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.metric.Cut;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Who waits now, and how fresh is what we know? Read from the conversation documents, which are true at every instant;
 * finished waits alone would hide the customers who still wait. Also what there is to choose from: what they name.
 */
final class NowSection implements Section {

    /** A brand that was silent for longer and has nobody waiting leaves the page, as does what nobody mentions any more. */
    private static final Duration SHOWN_FOR = Duration.ofDays(7);
    /** One wall does not hold more. */
    private static final int MOST_VALUES = 150;

    private static final int OLDEST_SHOWN = 20;
    private static final String LAST_EVENT = "last_event_at";
    private static final List<Cut> COMPARED = List.of(Cut.BRAND, Cut.NETWORK, Cut.TEAM, Cut.TIER);

    private final String alias;

    NowSection(String indexPrefix) {
        this.alias = indexPrefix + "-conversations";
    }

    @Override
    public List<Search> questions(Asked asked) {
        return List.of(waiting(asked), open(asked), known(asked));
    }

    private Search waiting(Asked asked) {
        Query who = Query.all(Query.exists(Waiting.SINCE), Dimension.of(asked.view()));
        Search search = Search.first(OLDEST_SHOWN, alias, who, Waiting.SINCE, "asc");
        search.body().put("track_total_hits", true);
        ObjectNode all = search.body().putObject("aggs");
        Waiting.aggregate(all, asked.now());
        for (Cut cut : COMPARED) {
            Waiting.aggregate(terms(all, cut).putObject("aggs"), asked.now());
        }
        return search;
    }

    private Search open(Asked asked) {
        Query closed = Query.terms("status", List.of("resolved", "no_reply_needed"));
        return Search.howMany(alias, Query.all(Query.not(closed), Dimension.of(asked.view())));
    }

    private Search known(Asked asked) {
        // Whole hours: the filter stays the same for an hour and so stays in Elasticsearch's cache.
        Instant since = asked.now().minus(SHOWN_FOR).truncatedTo(ChronoUnit.HOURS);
        return Search.counting(alias, Query.range(LAST_EVENT, "gte", since), aggregations -> {
            terms(aggregations, Cut.BRAND)
                    .putObject("aggs")
                    .putObject("newest")
                    .putObject("max")
                    .put("field", LAST_EVENT);
            String brand = asked.view().brand();
            ObjectNode ofBrand = aggregations.putObject("of_brand");
            ofBrand.set("filter", (brand == null ? Query.all() : Query.term("brand", brand)).json());
            ObjectNode values = ofBrand.putObject("aggs");
            for (Cut cut : Cut.values()) {
                terms(values, cut);
            }
        });
    }

    private static ObjectNode terms(ObjectNode aggregations, Cut cut) {
        ObjectNode terms = aggregations.putObject(cut.word());
        terms.putObject("terms").put("field", Dimension.field(cut)).put("size", MOST_VALUES);
        return terms;
    }

    @Override
    public void write(Asked asked, List<JsonNode> answers, ObjectNode snapshot) {
        Map<String, String> newest = newest(answers.get(2));
        if (asked.view().brand() != null) {
            newest.keySet().retainAll(List.of(asked.view().brand()));
        }
        snapshot.put(
                "newest_event_at",
                newest.values().stream()
                        .max(Comparator.comparing(Instant::parse))
                        .orElse(null));
        choices(answers.get(2), snapshot.putObject("choices"));
        now(answers, newest, snapshot.putObject("now"));
    }

    private static Map<String, String> newest(JsonNode known) {
        Map<String, String> newest = new HashMap<>();
        known.at("/aggregations/brand/buckets")
                .forEach(brand -> newest.put(key(brand), Waiting.instant(brand.path("newest"))));
        return newest;
    }

    private static void choices(JsonNode known, ObjectNode choices) {
        for (Cut cut : Cut.values()) {
            String path = cut == Cut.BRAND ? "/aggregations/brand" : "/aggregations/of_brand/" + cut.word();
            ArrayNode values = choices.putArray(cut.word());
            buckets(known.at(path)).map(NowSection::key).sorted(Names.ORDER).forEach(values::add);
        }
    }

    private static void now(List<JsonNode> answers, Map<String, String> newest, ObjectNode now) {
        JsonNode waiting = answers.get(0);
        Waiting.write(waiting.at("/hits/total/value").asLong(), waiting.path("aggregations"), now);
        now.put("open", answers.get(1).at("/hits/total/value").asLong());
        ArrayNode ends = now.putArray("band_ends");
        AgeBands.ENDS.forEach(end -> ends.add(end.toSeconds()));
        now.put("at_risk_within", Waiting.AT_RISK_WITHIN.toSeconds());
        ArrayNode oldest = now.putArray("oldest");
        waiting.at("/hits/hits").forEach(hit -> oldest.add(Waiting.conversation(hit.path("_source"))));
        ObjectNode by = now.putObject("by");
        for (Cut cut : COMPARED) {
            ArrayNode rows = by.putArray(cut.word());
            buckets(waiting.at("/aggregations/" + cut.word())).forEach(bucket -> {
                ObjectNode row = rows.addObject().put("value", key(bucket));
                Waiting.write(bucket.path("doc_count").asLong(), bucket, row);
                if (cut == Cut.BRAND) {
                    row.put("last_event_at", newest.remove(key(bucket)));
                }
            });
        }
        nobodyWaits(newest, (ArrayNode) by.get(Cut.BRAND.word()));
    }

    /** A brand where nobody waits is good news, and stands last. */
    private static void nobodyWaits(Map<String, String> newest, ArrayNode rows) {
        newest.keySet().stream().sorted(Names.ORDER).forEach(brand -> {
            ObjectNode row = rows.addObject().put("value", brand);
            Waiting.write(0, MissingNode.getInstance(), row);
            row.put("last_event_at", newest.get(brand));
        });
    }

    private static Stream<JsonNode> buckets(JsonNode terms) {
        return StreamSupport.stream(terms.path("buckets").spliterator(), false);
    }

    private static String key(JsonNode bucket) {
        return bucket.path("key").asText();
    }
}
