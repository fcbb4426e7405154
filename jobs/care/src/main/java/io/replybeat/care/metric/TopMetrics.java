package io.replybeat.care.metric;

import static io.replybeat.care.metric.BookedOn.EVENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** What do customers write about most, and with what are they answered? */
final class TopMetrics {

    /** A document holds so many of a kind; the counts in state hold all of them. */
    static final int MOST = 100;

    static final String VALUE = "value";
    static final String COUNT = "count";

    private TopMetrics() {}

    static final List<Metric> ALL = List.of(
            top(
                    Tally.TOPICS,
                    "What were customer messages about?",
                    "A message may be about several; the cut by topic goes by the conversation's one. Without reposts."),
            top(Tally.SUB_TOPICS, "And what exactly, as topic/sub-topic?", ""),
            top(Tally.SAVED_REPLIES, "Which prepared replies did agents send?", ""),
            top(Tally.QUICK_REPLIES, "Which offered answers did customers pick?", ""));

    private static Metric top(Tally tally, String question, String caveat) {
        return new Metric(
                tally.field(),
                question,
                Unit.TALLY,
                "number of messages by name, the " + MOST + " most frequent ones",
                EVENT,
                null,
                caveat,
                summary -> mostFrequent(summary.tally(tally)));
    }

    /** The most frequent first, of equally frequent ones by name; null where there is none. */
    private static List<Map<String, Object>> mostFrequent(Map<String, Long> counts) {
        List<Map<String, Object>> top = counts.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(TopMetrics::field)
                .toList();
        return top.isEmpty() ? null : top;
    }

    /** What {@link #mostFrequent} wrote, also after it has been through JSON. */
    static void read(Object field, ObjLongConsumer<String> each) {
        if (field instanceof List<?> top) {
            for (Object name : top) {
                Map<?, ?> entry = (Map<?, ?>) name;
                each.accept((String) entry.get(VALUE), ((Number) entry.get(COUNT)).longValue());
            }
        }
    }

    private static Map<String, Object> field(Map.Entry<String, Long> each) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put(VALUE, each.getKey());
        field.put(COUNT, each.getValue());
        return field;
    }
}
