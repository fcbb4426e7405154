package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a care lead meets it who wants to know what it would be like to be called. */
class TuneAlertsCommandTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void a_spike_is_told_with_its_time_its_reason_and_its_messages_and_how_many_that_makes_a_week() throws IOException {
        assertThat(tune(history(Duration.ofDays(3)))).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains(
                        "2026-03-05T00:05:00Z  critical  acme: More messages than usual at this hour, still firing at the end")
                .contains("60 messages in 5 minutes, ")
                .contains("    messages: m")
                .contains("volume_spike        acme                       1  2.")
                .contains("4,179 events of 3.0 days: 1 alert, 2.3 a week")
                .contains("Less than three weeks");
    }

    @Test
    void a_quiet_history_has_no_alerts_and_says_so() throws IOException {
        assertThat(tune(history(Duration.ofDays(2)).subList(0, 2800))).isZero();

        assertThat(out.toString()).startsWith("2,800 events of 2.0 days: 0 alerts, 0.0 a week");
    }

    @Test
    void a_budget_that_nobody_can_read_is_told() throws IOException {
        assertThat(tune(List.of(), "--budget", "often")).isEqualTo(2);

        assertThat(err.toString()).contains("--budget: \"often\": write 1/week or 0.5/day");
    }

    @Test
    void rules_of_the_file_hold_and_the_budget_of_the_command_line_goes_before_them() throws IOException {
        Path config =
                Files.writeString(directory.resolve("care.yaml"), "brands: {acme: {alerts: {minimum_messages: 100}}}");

        assertThat(tune(history(Duration.ofDays(3)), "--config", config.toString(), "--budget", "2/day"))
                .isZero();

        assertThat(out.toString()).contains("0 alerts");
    }

    /** Five messages a bucket and one to three more now and then; at the end a bucket of sixty. */
    private static List<String> history(Duration length) {
        List<String> lines = new ArrayList<>();
        long buckets = length.toMinutes() / 5;
        for (int bucket = 0; bucket < buckets; bucket++) {
            bucket(MONDAY.plus(Duration.ofMinutes(5L * bucket)), 4 + bucket % 3 % 2 + bucket % 7 % 2, lines);
        }
        bucket(MONDAY.plus(length), 60, lines);
        bucket(MONDAY.plus(length).plus(Duration.ofMinutes(5)), 5, lines);
        return lines;
    }

    private static void bucket(Instant start, int messages, List<String> lines) {
        for (int message = 0; message < messages; message++) {
            lines.add(
                    """
                    {"event_id":"m%1$d","type":"message","brand":"acme","conversation_id":"c%1$d","network":"x","occurred_at":"%2$s",\
                    "direction":"inbound","visibility":"public","author":{"id":"u%1$d","kind":"customer"},"text":"ok","language":"en"}"""
                            .formatted(lines.size(), start.plusSeconds(message)));
        }
    }

    private int tune(List<String> lines, String... more) throws IOException {
        Path input = Files.write(directory.resolve("events.jsonl"), lines);
        List<String> arguments = new ArrayList<>(List.of("tune-alerts", "--input", input.toString()));
        arguments.addAll(List.of(more));
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
