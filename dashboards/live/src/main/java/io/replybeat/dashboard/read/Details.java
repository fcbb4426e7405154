package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.care.metric.Cut;
import io.replybeat.dashboard.view.Hours;
import io.replybeat.dashboard.view.Range;
import io.replybeat.dashboard.view.Slice;
import io.replybeat.dashboard.view.Span;
import io.replybeat.dashboard.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies behind a number: the alert with its evidence, the conversation, the author, the messages. Documents come as stored. */
public final class Details {

    private static final int MOST_MESSAGES = 500;
    private static final int MOST_IN_RANGE = 100;
    /** Of a team, the ones with the latest news; their messages fill the list. */
    private static final int MOST_CONVERSATIONS = 1_000;

    private static final Duration AUTHOR_SHOWN_FOR = Duration.ofDays(7);
    /** Before and after an alert's life, so that one sees what was usual. */
    private static final Duration AROUND = Duration.ofHours(1);
    /** A chart of minutes holds that much. */
    private static final Duration LONGEST_CHART = Duration.ofHours(4);

    private final Elasticsearch elasticsearch;
    private final String prefix;
    private final Windows windows;
    private final Asking asking;

    public Details(Elasticsearch elasticsearch, String indexPrefix) {
        this.elasticsearch = elasticsearch;
        this.prefix = indexPrefix;
        this.windows = new Windows(indexPrefix);
        this.asking = new Asking(elasticsearch, windows);
    }

    /** Empty where there is no such alert. */
    public Optional<ObjectNode> alert(String id, Instant now) throws ElasticsearchFailure, InterruptedException {
        List<JsonNode> found = elasticsearch.ask(List.of(
                Search.first(1, prefix + "-alerts", Query.term("id", id), "since", "asc"),
                Search.first(1, prefix + "-callouts", Query.term("id", id), "since", "asc"),
                Search.first(1, prefix + "-acknowledgements", Query.term("alert_id", id), "at", "asc")));
        Optional<JsonNode> alert = documents(found.get(0)).stream().findFirst();
        if (alert.isEmpty()) {
            return Optional.empty();
        }
        View view = view(alert.get(), now);
        Span span = view.range().at(now);
        List<JsonNode> behind = elasticsearch.ask(
                List.of(evidence(alert.get()), windows.of(view.brand(), view.cut(), view.sliceValue(), span)));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("alert", alert.get());
        json.set(
                "acknowledged",
                documents(found.get(2)).stream()
                        .findFirst()
                        .map(AlertsSection::acknowledgement)
                        .orElse(null));
        json.set("callout", documents(found.get(1)).stream().findFirst().orElse(null));
        json.putArray("messages").addAll(documents(behind.get(0)));
        json.set(
                "view",
                SnapshotReader.json(view)
                        .put("from", span.from().toString())
                        .put("to", span.to().toString()));
        Course.write(Windows.read(behind.get(1)), span, view.hours(), json.putObject("points"));
        return Optional.of(json);
    }

    /** The slice of the alert around its life; of a long one its beginning. */
    private static View view(JsonNode alert, Instant now) {
        Instant since = Instant.parse(alert.path("since").asText());
        Instant until = alert.hasNonNull("resolved_at")
                ? Instant.parse(alert.path("resolved_at").asText())
                : now;
        Instant from = since.minus(AROUND);
        Instant longest = from.plus(LONGEST_CHART);
        Instant to = until.plus(AROUND).isBefore(longest) ? until.plus(AROUND) : longest;
        String brand = alert.path("brand").asText();
        Cut cut = cut(alert.path("cut").asText());
        Slice slice =
                cut == Cut.BRAND ? null : new Slice(cut, alert.path("subject").asText());
        return new View(brand, slice, new Range.Between(from, to), cut == Cut.BRAND ? Cut.NETWORK : cut, Hours.ALL);
    }

    /** What no window is cut by is of the whole brand. */
    private static Cut cut(String word) {
        for (Cut cut : Cut.values()) {
            if (cut.word().equals(word)) {
                return cut;
            }
        }
        return Cut.BRAND;
    }

    private Search evidence(JsonNode alert) {
        List<String> messages = texts(alert.at("/evidence/message_ids"));
        List<String> conversations = texts(alert.at("/evidence/conversation_ids"));
        Query which =
                messages.isEmpty() ? Query.terms("conversation_id", conversations) : Query.terms("event_id", messages);
        Query ofBrand = Query.term("brand", alert.path("brand").asText());
        return messages(MOST_MESSAGES, Query.all(ofBrand, which), "asc");
    }

    /** Empty where there is no such conversation. */
    public Optional<ObjectNode> conversation(String brand, String id)
            throws ElasticsearchFailure, InterruptedException {
        Query of = Query.all(Query.term("brand", brand), Query.term("conversation_id", id));
        List<JsonNode> found = elasticsearch.ask(List.of(
                Search.first(1, prefix + "-conversations", of, "started_at", "asc"),
                messages(MOST_MESSAGES, of, "asc"),
                Search.first(MOST_MESSAGES, prefix + "-facts", of, "started_at", "asc")));
        Optional<JsonNode> conversation = documents(found.get(0)).stream().findFirst();
        return conversation.map(document -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("conversation", document);
            json.putArray("messages").addAll(documents(found.get(1)));
            json.putArray("facts").addAll(documents(found.get(2)));
            return json;
        });
    }

    /** @param network null for all */
    public ObjectNode author(String id, String network, Instant now) throws ElasticsearchFailure, InterruptedException {
        List<Query> parts = new ArrayList<>(
                List.of(Query.term("author.id", id), Query.range("occurred_at", "gte", now.minus(AUTHOR_SHOWN_FOR))));
        if (network != null) {
            parts.add(Query.term("network", network));
        }
        return only(messages(MOST_MESSAGES, Query.all(parts.toArray(Query[]::new)), "desc"));
    }

    /**
     * @param topic null for all
     * @param sentiment null for all
     */
    public ObjectNode messages(View view, String topic, String sentiment, Instant now)
            throws ElasticsearchFailure, InterruptedException {
        Span span = asking.at(now, view).span();
        List<Query> parts = new ArrayList<>(
                List.of(Query.range("occurred_at", "gte", span.from()), Query.range("occurred_at", "lt", span.to())));
        if (view.brand() != null) {
            parts.add(Query.term("brand", view.brand()));
        }
        if (view.slice() != null) {
            parts.add(ofSlice(view, span));
        }
        if (topic != null) {
            parts.add(Query.any(Query.term("topics", topic), Query.term("sub_topics", topic)));
        }
        if (sentiment != null) {
            parts.add(Query.term("sentiment.label", sentiment));
        }
        return only(messages(MOST_IN_RANGE, Query.all(parts.toArray(Query[]::new)), "desc"));
    }

    /** A message does not know who looked after its conversation: the conversation does. */
    private Query ofSlice(View view, Span span) throws ElasticsearchFailure, InterruptedException {
        Slice slice = view.slice();
        if (slice.cut() != Cut.AGENT && slice.cut() != Cut.TEAM) {
            return Query.term(Dimension.ofMessage(slice.cut()), slice.value());
        }
        Query lately = Query.all(Dimension.of(view), Query.range("last_event_at", "gte", span.from()));
        Search conversations =
                Search.first(MOST_CONVERSATIONS, prefix + "-conversations", lately, "last_event_at", "desc");
        conversations.body().putArray("_source").add("conversation_id");
        List<String> ids = new ArrayList<>();
        documents(elasticsearch.ask(List.of(conversations)).get(0))
                .forEach(document -> ids.add(document.path("conversation_id").asText()));
        return Query.terms("conversation_id", ids);
    }

    private Search messages(int most, Query query, String order) {
        return Search.first(most, prefix + "-messages", query, "occurred_at", order);
    }

    private ObjectNode only(Search messages) throws ElasticsearchFailure, InterruptedException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("messages");
        list.addAll(documents(elasticsearch.ask(List.of(messages)).get(0)));
        return json;
    }

    private static List<JsonNode> documents(JsonNode answer) {
        List<JsonNode> documents = new ArrayList<>();
        answer.at("/hits/hits").forEach(hit -> documents.add(hit.path("_source")));
        return documents;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
