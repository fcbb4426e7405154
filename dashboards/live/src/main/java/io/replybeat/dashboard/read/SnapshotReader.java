package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.replybeat.dashboard.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads everything a view shows with one request to Elasticsearch; of today with two. What a snapshot holds: API.md beside the module.
 *
 * <p>A new part of the page is one {@link Section}, in the list here.
 */
public final class SnapshotReader {

    private final Elasticsearch elasticsearch;
    private final Asking asking;
    private final List<Section> sections;

    public SnapshotReader(Elasticsearch elasticsearch, String indexPrefix) {
        this.elasticsearch = elasticsearch;
        this.asking = new Asking(elasticsearch, new Windows(indexPrefix));
        this.sections = List.of(
                new NowSection(indexPrefix),
                new NumbersSection(indexPrefix),
                new AlertsSection(indexPrefix),
                new HealthSection(indexPrefix));
    }

    public ObjectNode read(View view, Instant now) throws ElasticsearchFailure, InterruptedException {
        Asked asked = asking.at(now, view);
        List<Search> questions = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        for (Section section : sections) {
            begins.add(questions.size());
            questions.addAll(section.questions(asked));
        }
        begins.add(questions.size());
        List<JsonNode> answers = elasticsearch.ask(questions);

        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        snapshot.set("view", json(view));
        for (int i = 0; i < sections.size(); i++) {
            sections.get(i).write(asked, answers.subList(begins.get(i), begins.get(i + 1)), snapshot);
        }
        return snapshot;
    }

    /** The view as its address names it. */
    static ObjectNode json(View view) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("brand", view.brand())
                .put("cut", view.slice() == null ? null : view.slice().cut().word())
                .put("value", view.sliceValue())
                .put("range", view.range().word())
                .put("by", view.by().word())
                .put("hours", view.hours().word());
    }
}
