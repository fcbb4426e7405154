package io.replybeat.sandbox.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.care.alert.AlertLink;
import io.replybeat.care.alert.Change;
import io.replybeat.care.alert.Severity;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.elastic.UndeliverableHandler;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.receiver.AlertExamples;
import io.replybeat.stream.receiver.HttpReceiver;
import io.replybeat.stream.receiver.ReceiverSink;
import io.replybeat.stream.receiver.Receivers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no stub can tell: whether a real Alertmanager takes our alerts, keeps them as long as they fire, and lets go of them. */
@SuppressWarnings("deprecation") // The old source interface needs 20 lines where the new one needs 200.
class AlertmanagerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Alertmanager compares with the wall clock, so these alerts have begun a little while ago. */
    private final long since =
            System.currentTimeMillis() / 1_000 * 1_000 - Duration.ofMinutes(9).toMillis();

    @TempDir
    Path directory;

    private HttpReceiver people;
    private Alertmanager alertmanager;
    private JobClient job;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Alertmanager.program();
        assumeTrue(program.isPresent(), Alertmanager.ABSENT);
        people = new HttpReceiver();
        alertmanager = Alertmanager.in(directory, program.get(), people.url());
        AlertFeed.open();
        JobOptions options = JobOptions.defaults()
                .with(Options.ALERTS_ALERTMANAGER_URL, alertmanager.url())
                .with(Options.ALERTS_ALERTMANAGER_REPEAT, Duration.ofSeconds(1))
                .with(Options.ALERTS_LINK, AlertLink.parse("https://care.example/{id}"));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.addSource(new AlertFeed(), "alerts", CodecType.of(Alert.class, AlertCodec.CODEC))
                .sinkTo(new ReceiverSink(
                        Receivers.alertmanager(options).orElseThrow(), options, UndeliverableHandler::logged));
        job = env.executeAsync();
    }

    @AfterEach
    void stop() throws Exception {
        AlertFeed.end();
        if (job != null) {
            job.cancel().get();
        }
        if (alertmanager != null) {
            alertmanager.close();
            people.close();
        }
    }

    @Test
    void an_alert_fires_becomes_graver_comes_back_after_a_restart_and_ends() throws Exception {
        AlertFeed.tell(moment(Change.FIRED, 1, Severity.WARNING));
        // Nobody listens yet: the alert waits.
        alertmanager.start();
        JsonNode fired = only(alert -> severity(alert).equals("warning"));
        assertThat(fired.at("/labels/alertname").asText()).isEqualTo("volume_spike");
        assertThat(fired.at("/labels/subject").asText()).isEqualTo("billing");
        assertThat(fired.at("/annotations/why").asText()).startsWith("84 messages");
        assertThat(fired.at("/annotations/joined").asText()).isEqualTo("network x");
        assertThat(fired.path("generatorURL").asText()).startsWith("https://care.example/volume_spike%7Cacme");
        assertThat(people.next().body()).contains("\"status\":\"firing\"", "\"severity\":\"warning\"");

        AlertFeed.tell(moment(Change.UPDATED, 2, Severity.CRITICAL));
        only(alert -> severity(alert).equals("critical"));

        alertmanager.stop();
        alertmanager.start();
        JsonNode again = only(alert -> severity(alert).equals("critical"));
        assertThat(again.path("startsAt").asText())
                .isEqualTo(fired.path("startsAt").asText());
        String before = again.path("updatedAt").asText();
        only(alert -> !alert.path("updatedAt").asText().equals(before));

        AlertFeed.tell(moment(Change.RESOLVED, 3, Severity.CRITICAL));
        until(() -> alertmanager.firing().isEmpty());
        until(() -> people.told().stream()
                .anyMatch(told -> told.body().contains("\"status\":\"resolved\"")
                        && told.body().contains("\"severity\":\"critical\"")));
    }

    private Alert moment(Change change, int revision, Severity severity) {
        return AlertExamples.of("acme", "billing", since, change, revision, severity, false, AlertExamples.evidence());
    }

    private static String severity(JsonNode alert) {
        return alert.at("/labels/severity").asText();
    }

    /** The one alert that fires, once it is as it should be. */
    private JsonNode only(Predicate<JsonNode> asItShouldBe) {
        until(() -> {
            List<JsonNode> firing = alertmanager.firing();
            return firing.size() == 1 && asItShouldBe.test(firing.get(0));
        });
        try {
            return alertmanager.firing().get(0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void until(Callable<Boolean> it) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(it);
    }
}
