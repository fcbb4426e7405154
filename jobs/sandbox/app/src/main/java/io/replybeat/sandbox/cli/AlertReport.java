package io.replybeat.sandbox.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.replybeat.sandbox.backfill.Backfill;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What does a history's list of alerts look like to somebody who has to live with them? */
record AlertReport(List<JsonNode> alerts, Duration history) {

    private static final int MOST_IDS = 5;
    private static final double DAYS_PER_WEEK = 7;
    private static final double RHYTHM_KNOWN_AFTER_DAYS = 20;

    void print(PrintWriter out, Backfill.Result result) {
        alerts.forEach(alert -> print(alert, out));
        if (!alerts.isEmpty()) {
            summary(out);
        }
        out.printf(
                Locale.ROOT,
                "%,d events of %.1f days: %d %s, %s%n",
                result.events(),
                days(),
                alerts.size(),
                alerts.size() == 1 ? "alert" : "alerts",
                aWeek(alerts.size()));
        if (result.rejected() > 0) {
            out.printf(Locale.ROOT, "%,d lines were rejected; backfill says why%n", result.rejected());
        }
        if (days() < RHYTHM_KNOWN_AFTER_DAYS) {
            out.println(
                    "Less than three weeks: the rhythm of the week is not well known yet, so expect fewer spikes later.");
        }
        out.flush();
    }

    private static void print(JsonNode alert, PrintWriter out) {
        String fired = alert.get("fired_at").asText();
        out.printf(
                "%s  %-8s  %s%s, %s%n",
                fired,
                alert.get("severity").asText(),
                alert.get("title").asText(),
                alert.get("muted").asBoolean() ? " (muted)" : "",
                lasted(fired, alert.path("resolved_at").asText()));
        out.printf("    %s%n", alert.get("why").asText());
        List<String> ids = new ArrayList<>();
        alert.at("/evidence/message_ids").forEach(id -> ids.add(id.asText()));
        if (!ids.isEmpty()) {
            out.printf("    messages: %s%n", String.join(" ", ids.subList(0, Math.min(MOST_IDS, ids.size()))));
        }
        List<String> joined = new ArrayList<>();
        alert.at("/evidence/joined").forEach(subject -> joined.add(subject.asText()));
        if (!joined.isEmpty()) {
            out.printf("    with it: %s%n", String.join(", ", joined));
        }
    }

    private static String lasted(String from, String to) {
        if (to.isEmpty()) {
            return "still firing at the end";
        }
        long minutes = Duration.between(Instant.parse(from), Instant.parse(to)).toMinutes();
        return minutes < 60
                ? "for %d min".formatted(minutes)
                : "for %d h %02d min".formatted(minutes / 60, minutes % 60);
    }

    private void summary(PrintWriter out) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode alert : alerts) {
            counts.merge(
                    "%-18s  %-20s"
                            .formatted(
                                    alert.get("rule").asText(),
                                    alert.get("brand").asText()),
                    1,
                    Integer::sum);
        }
        out.printf("%n%-18s  %-20s  %6s%n", "rule", "brand", "alerts");
        counts.forEach((name, count) -> out.printf("%s  %6d  %s%n", name, count, aWeek(count)));
        out.println();
    }

    private String aWeek(int count) {
        return String.format(Locale.ROOT, "%.1f a week", count * DAYS_PER_WEEK / Math.max(1, days()));
    }

    private double days() {
        return history.toMinutes() / 1440.0;
    }
}
