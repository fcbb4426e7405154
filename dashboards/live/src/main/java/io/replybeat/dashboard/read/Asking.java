package io.replybeat.dashboard.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.dashboard.view.Span;
import io.replybeat.dashboard.view.View;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Over which time exactly does a view ask? Only of today that is a question: the brands' zones know it. */
final class Asking {

    private final Elasticsearch elasticsearch;
    private final Windows windows;

    Asking(Elasticsearch elasticsearch, Windows windows) {
        this.elasticsearch = elasticsearch;
        this.windows = windows;
    }

    Asked at(Instant now, View view) throws ElasticsearchFailure, InterruptedException {
        Span span = view.range().at(now);
        if (!span.today()) {
            return new Asked(view, span, now, Days.ANY, Days.ANY);
        }
        List<JsonNode> answers = elasticsearch.ask(List.of(
                windows.daysAt(now, view.brand()), windows.daysAt(now.minus(7, ChronoUnit.DAYS), view.brand())));
        Days days = Days.of(answers.get(0));
        return new Asked(view, days.first(span), now, days, Days.of(answers.get(1)));
    }
}
