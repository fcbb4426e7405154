package io.replybeat.sandbox.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.sandbox.backfill.Backfill;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.pipeline.CarePipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replays a history and tells which alerts would have fired, so that people can trust them before they are called. */
@Command(
        name = "tune-alerts",
        description = {
            "Replay a history of events: which alerts would have fired, when, why, and how many a week?",
            "Nobody is called and nothing is written. Change the brands' alerts in --config and look again."
        },
        footer = {
            "",
            "The detectors learn from the same history: give them some weeks before the time you care about.",
            "What can be set is under `alerts` in docs/configuration.md; mutes are honoured and told as muted."
        })
final class TuneAlertsCommand implements Callable<Integer>, TakesJobOptions {

    private static final Pattern BUDGET = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)/(week|day)");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobFlags job;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE|DIR",
            description = "Events as JSON Lines, as for backfill.")
    private Path input;

    @Option(
            names = "--budget",
            paramLabel = "N/week",
            description = {
                "How many alerts on volume or sentiment each slice (brand, network, topic) may raise, such as 1/week or 0.5/day.",
                "Goes before the budgets in --config."
            })
    private String budget;

    @Override
    public JobFlags jobFlags() {
        return job;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        JobOptions options = job.options();
        if (budget != null) {
            double perWeek = perWeek();
            options = options.with(options.brands().withAlerts(alerts -> alerts.withBudget(perWeek)));
        }
        Path directory = Files.createTempDirectory("replybeat-tune-");
        try {
            Backfill replay = new Backfill(Backfill.Input.at(input), directory, options, CarePipeline::wireAlerts);
            Backfill.Result result = replay.run((read, all, events) -> {
                err.println(BackfillCommand.progress(read, all, events));
                err.flush();
            });
            if (result.events() == 0) {
                throw new IOException("%s holds no event that was accepted; backfill says why each line was rejected"
                        .formatted(input));
            }
            List<JsonNode> alerts = alerts(directory);
            AlertReport report = new AlertReport(alerts, Duration.between(result.first(), result.last()));
            report.print(spec.commandLine().getOut(), result);
        } finally {
            delete(directory);
        }
        return 0;
    }

    private double perWeek() {
        Matcher matcher = BUDGET.matcher(budget);
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) == 0) {
            throw new ParameterException(
                    spec.commandLine(), "--budget: \"%s\": write 1/week or 0.5/day".formatted(budget));
        }
        return Double.parseDouble(matcher.group(1)) * (matcher.group(2).equals("day") ? 7 : 1);
    }

    private static List<JsonNode> alerts(Path directory) throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        try (Stream<String> lines = Files.lines(directory.resolve(Kind.ALERTS.word() + ".jsonl"))) {
            for (String line : (Iterable<String>) lines::iterator) {
                alerts.add(JSON.readTree(line));
            }
        }
        alerts.sort(Comparator.comparing(alert -> alert.get("fired_at").asText()));
        return alerts;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
