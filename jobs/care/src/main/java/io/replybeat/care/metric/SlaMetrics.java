package io.replybeat.care.metric;

import static io.replybeat.care.metric.BookedOn.DUE_OR_MET;

import java.util.List;
import java.util.stream.Stream;

/** Are promises kept? */
final class SlaMetrics {

    private SlaMetrics() {}

    static final List<Metric> ALL = Stream.of(
                    of(
                            "first_response",
                            "first response",
                            Counter.SLA_FIRST_RESPONSE_MET,
                            Counter.SLA_FIRST_RESPONSE_BREACHED),
                    of("next_reply", "next reply", Counter.SLA_NEXT_REPLY_MET, Counter.SLA_NEXT_REPLY_BREACHED),
                    of("resolution", "resolution", Counter.SLA_RESOLUTION_MET, Counter.SLA_RESOLUTION_BREACHED))
            .flatMap(List::stream)
            .toList();

    private static List<Metric> of(String target, String words, Counter met, Counter breached) {
        return List.of(
                Metric.count(met, "How many " + words + " targets were met?", DUE_OR_MET),
                Metric.count(
                        breached,
                        "How many " + words + " targets were breached?",
                        DUE_OR_MET,
                        "At the due instant, whether or not the answer came later."),
                Metric.share(
                        "sla_" + target + "_met_share",
                        "Which share of the " + words + " targets was met?",
                        met.field() + " / (" + met.field() + " + " + breached.field() + ")",
                        DUE_OR_MET,
                        "Targets that are neither met nor due yet count nowhere.",
                        summary -> summary.get(met),
                        summary -> summary.get(met) + summary.get(breached)));
    }
}
