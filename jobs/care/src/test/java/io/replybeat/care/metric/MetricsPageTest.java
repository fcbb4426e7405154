package io.replybeat.care.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes docs/metrics.md from the catalogue with {@code -Dreplybeat.docs.write=true}, and otherwise fails when it is stale. */
class MetricsPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "metrics.md");

    @Test
    void docs_metrics_is_what_the_catalogue_says() throws IOException {
        if (Boolean.getBoolean("replybeat.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as("write it anew: mvn test -pl jobs/care -Dtest=MetricsPageTest -Dreplybeat.docs.write=true")
                .hasContent(page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("\n| unit | over windows |\n|---|---|\n");
        for (Unit unit : Unit.values()) {
            page.append(row(unit.word(), unit.use()));
        }
        for (Metrics.Group group : Metrics.GROUPS) {
            page.append("\n## ")
                    .append(group.title())
                    .append("\n\n")
                    .append(group.about())
                    .append("\n\n");
            page.append(
                    "| metric | question | unit | formula | booked on | clock | to know |\n|---|---|---|---|---|---|---|\n");
            group.metrics().stream()
                    .filter(metric -> metric.clock() == null || metric.clock() == ClockKind.CALENDAR)
                    .forEach(metric -> page.append(row(metric)));
        }
        return page.toString();
    }

    private static String row(Metric metric) {
        return row(
                '`' + metric.name() + '`',
                metric.question(),
                metric.unit().word(),
                metric.formula(),
                metric.bookedOn().words(),
                metric.clock() == null ? "–" : "calendar, business, off hours",
                metric.caveat());
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static final String INTRODUCTION = String.join(
            "\n",
            List.of(
                    "<!-- Generated from io.replybeat.care.metric.Metrics by MetricsPageTest; do not edit. -->",
                    "# Metrics",
                    "",
                    "Every number of a window document (index alias `replybeat-windows`), by its path in the document. The same",
                    "definitions compute the documents, the pages and this list.",
                    "",
                    "A window belongs to a brand, a cut (brand, network, agent, team, tier, topic, language) and a value of it, and",
                    "lasts from `start` (included) to `end` (not), aligned to the brand's time zone. Every count is there, also when it",
                    "is 0. **No value is not 0**: a share of nothing and a timing that nobody had are left out. Windows within the",
                    "retention correct themselves when late events come, so do not copy a number and expect it to stay.",
                    "",
                    "Durations are listed with their calendar name, `first_response.p50_seconds`: all of them, on the wall. In the object `business`",
                    "beside it, `first_response.business.p50_seconds`, is the same in business time, which runs in the brand's business hours only; in",
                    "the object `off_hours` those that ended outside business hours, on the wall.",
                    ""));
}
