package io.replybeat.stream.document;

import io.replybeat.care.metric.Metric;
import io.replybeat.care.metric.Metrics;
import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.elastic.Health;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes docs/dictionary.md: every field of every index, from the mappings, the metric catalogue and docs/documents.md. */
final class Dictionary {

    /** Whatever has an index. */
    static final List<String> KINDS = Stream.concat(
                    Arrays.stream(Kind.values()).map(Kind::word), Stream.of(Acknowledgements.WORD, Health.WORD))
            .toList();

    private static final String NOTHING = "–";

    private static final String INTRODUCTION =
            """
            <!-- Generated from the mappings, the metric catalogue and documents.md by DictionaryPageTest; do not edit. -->
            # Data dictionary

            Every field of every index, as Elasticsearch has it: its type, its unit, what it means, and on which clock an instant or a
            duration is taken. Ready questions are in the [recipes](recipes.md).

            | clock | is |
            |---|---|
            | events | event time: when it happened on the network; equal for every replay |
            | wall | when somebody or something did it, by its own clock |
            | calendar | all seconds of a stretch of event time |
            | business | those inside the brand's business hours |
            | business, without pauses | and those only in which the conversation was not pending, snoozed or resolved |
            | off_hours | all seconds of what ended outside the business hours |

            A field is left out of a document where it has no value. A field `a.b` of `alerts` and `callouts` whose `a` is a list
            (`authors`, `messages`, `answers`, `timeline`, `evidence.causes`), like the `top_…` of windows, is a list in searches too: which `value` goes with
            which `count` only the document itself says.
            """;

    private Dictionary() {}

    static String markdown() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (String kind : KINDS) {
            page.append("\n## ").append(kind).append("\n\n");
            page.append("Alias `replybeat-").append(kind).append("`. ").append(MappedField.description(kind));
            page.append("\n\n| field | type | unit | meaning | clock |\n|---|---|---|---|---|\n");
            Map<String, String> meanings = FieldMeanings.of(kind);
            List<MappedField> measures = new ArrayList<>();
            for (MappedField field : MappedField.of(kind)) {
                if (meanings.containsKey(field.path())) {
                    page.append(row(
                            code(field.path()),
                            field.type(),
                            or(field.unit()),
                            meanings.get(field.path()),
                            or(field.clock())));
                } else {
                    measures.add(field);
                }
            }
            appendMeasures(measures, page);
        }
        return page.toString();
    }

    private static void appendMeasures(List<MappedField> measures, StringBuilder page) {
        if (measures.isEmpty()) {
            return;
        }
        page.append("\nMeasures, as in [metrics](metrics.md) with what is to be known of each:\n\n");
        page.append("| field | type | unit | question | formula | clock |\n|---|---|---|---|---|---|\n");
        for (MappedField field : measures) {
            Metric metric = metricOf(field.path());
            page.append(row(
                    code(field.path()),
                    field.type(),
                    metric.unit().word(),
                    metric.question(),
                    metric.formula(),
                    metric.clock() == null ? NOTHING : metric.clock().name().toLowerCase(Locale.ROOT)));
        }
    }

    /** The metric itself or, of a list or bands, the one that this is a part of. */
    private static Metric metricOf(String path) {
        return Metrics.ALL.stream()
                .filter(metric -> path.equals(metric.name()) || path.startsWith(metric.name() + "."))
                .max(Comparator.comparingInt(metric -> metric.name().length()))
                .orElseThrow(() -> new AssertionError(
                        "neither docs/documents.md nor a metric says what the field " + path + " of windows means"));
    }

    private static String code(String path) {
        return "`" + path + "`";
    }

    private static String or(String text) {
        return text == null ? NOTHING : text;
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
