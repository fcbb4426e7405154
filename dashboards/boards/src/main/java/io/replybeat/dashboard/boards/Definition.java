package io.replybeat.dashboard.boards;

import io.replybeat.care.metric.Metric;
import io.replybeat.care.metric.Metrics;

/** What does a number of window documents say? As in docs/metrics.md. */
final class Definition {

    private Definition() {}

    static String of(String metric) {
        Metric definition = Metrics.named(metric);
        String said = definition.question() + " " + definition.formula() + ".";
        return definition.caveat().isEmpty() ? said : said + " " + definition.caveat();
    }
}
