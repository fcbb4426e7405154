package io.replybeat.sandbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.node.LocalJob;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import io.replybeat.stream.receiver.HttpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whether the metrics that rules and the board of the pipeline name are those a real Prometheus reads from the real job. */
@ExtendWith(Nodes.class)
class PrometheusIT {

    private static final Path BOARD = Path.of("../../../dashboards/grafana/pipeline-health.json");
    private static final Pattern METRIC = Pattern.compile("flink_\\w+");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final History HISTORY = History.shuffled(7);

    @TempDir
    Path directory;

    @BeforeAll
    static void mustBeThere() {
        assumeFalse(Prometheus.isAbsent(), Prometheus.ABSENT);
    }

    @Test
    void promtool_finds_nothing_wrong() throws Exception {
        assertThat(Prometheus.promtool("check", "config", "prometheus.yml")).isEmpty();
        assertThat(Prometheus.promtool("check", "rules", "replybeat-rules.yml")).isEmpty();
        assertThat(Prometheus.promtool("test", "rules", "replybeat-rules.test.yml"))
                .isEmpty();
    }

    @Test
    void the_job_has_all_metrics_that_rules_and_panels_ask_for(Nodes.Servers servers) throws Exception {
        try (HttpReceiver people = new HttpReceiver()) {
            JobOptions options = servers.options("metrics")
                    .with(Options.STATE_BACKEND, StateBackend.HASHMAP)
                    .with(Options.CHECKPOINT_INTERVAL, Duration.ofSeconds(1))
                    .with(Options.ALERTS_WEBHOOK_URL, people.url());
            HISTORY.publish(0, HISTORY.events().size(), servers, options.get(Options.KAFKA_TOPIC));
            try (LocalJob job = LocalJob.start(directory.resolve("flink"), 0, OptionalInt.of(0), options);
                    Prometheus prometheus =
                            Prometheus.of(job.metrics().orElseThrow(), directory.resolve("prometheus"))) {
                assertPanelsHaveSeries(prometheus);
                assertRulesAreSound(prometheus);
            }
        }
    }

    private static void assertPanelsHaveSeries(Prometheus prometheus) throws IOException {
        Collection<String> panels = expressions();
        assertThat(panels).hasSizeGreaterThan(20);
        await().atMost(PATIENCE).untilAsserted(() -> {
            SoftAssertions all = new SoftAssertions();
            for (String expression : panels) {
                all.assertThat(prometheus.query(expression)).as(expression).isNotEmpty();
            }
            all.assertAll();
        });
    }

    private static void assertRulesAreSound(Prometheus prometheus) throws Exception {
        TreeMap<String, JsonNode> rules = new TreeMap<>();
        prometheus.rules().forEach(rule -> rules.put(rule.path("name").asText(), rule));
        assertThat(rules).hasSizeGreaterThan(10);
        TreeSet<String> metrics = new TreeSet<>();
        rules.forEach((name, rule) -> {
            assertThat(rule.path("health").asText()).as(name).isEqualTo("ok");
            assertThat(rule.at("/annotations/summary").asText()).as(name).isNotEmpty();
            assertThat(rule.at("/annotations/description").asText()).as(name).isNotEmpty();
            assertThat(rule.at("/labels/severity").asText()).as(name).isIn("warning", "critical");
            METRIC.matcher(rule.path("query").asText())
                    .results()
                    .map(MatchResult::group)
                    .forEach(metrics::add);
        });
        for (String metric : metrics) {
            // On a busy machine Prometheus may just have missed one reading.
            String seen = "count_over_time(" + metric + "{job_name=\"replybeat\"}[5m])";
            assertThat(prometheus.query(seen)).as(metric).isNotEmpty();
        }
    }

    /** As Grafana asks, for a job of this name, over the last seconds. */
    private static Collection<String> expressions() throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(BOARD)).findValuesAsText("expr").stream()
                        .map(expression ->
                                expression.replace("$job_name", "replybeat").replace("$__rate_interval", "30s"))
                        .toList();
    }
}
