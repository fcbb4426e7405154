package io.replybeat.sandbox.cli;

import io.replybeat.care.detect.Buckets;
import io.replybeat.care.detect.Verdict;
import io.replybeat.care.detect.VolumeDetector;
import io.replybeat.care.detect.VolumeState;
import io.replybeat.sandbox.cli.SeriesFile.Row;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the volume detector over a series of counts, so that anybody can judge it. */
@Command(
        name = "score-series",
        description = {
            "Run the volume detector over a series of counts and print where it alerts and why.",
            "Columns: timestamp, value; the output adds anomaly_score (0 to 1). One row a bucket, in the order of time."
        },
        footer = {
            "",
            "0.5 and more is an alert. A score depends on no later row. An empty value, or a row left out, is a bucket",
            "of which nothing is known; a quiet one has the value 0."
        })
final class ScoreSeriesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "The series, with a header.")
    private Path input;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The series with anomaly_score; replaced when it is there.")
    private Path output;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Of the season, and of timestamps that name none. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone;

    @Option(
            names = "--bucket",
            paramLabel = "DURATION",
            defaultValue = "PT5M",
            description = "How long a bucket is. Default: ${DEFAULT-VALUE}.")
    private Duration bucket;

    @Option(
            names = "--alerts-per-week",
            paramLabel = "NUMBER",
            defaultValue = "" + VolumeDetector.ALERTS_PER_WEEK,
            description = "The alert budget. Default: ${DEFAULT-VALUE}.")
    private double alertsPerWeek;

    @Override
    public Integer call() throws IOException {
        List<Row> rows = SeriesFile.read(input, zone);
        List<String> lines = new ArrayList<>(rows.size());
        PrintWriter out = spec.commandLine().getOut();
        VolumeDetector detector = new VolumeDetector(new Buckets(bucket, zone), alertsPerWeek);
        VolumeState state = detector.fresh();
        int alerts = 0;
        for (Row row : rows) {
            Verdict verdict = verdict(detector, state, row);
            lines.add(String.format(Locale.ROOT, "%s,%s,%.6f", row.timestamp(), row.value(), verdict.score()));
            if (verdict.isAlert()) {
                alerts++;
                out.println(row.timestamp() + "  " + verdict.reason());
            }
        }
        write(lines);
        out.printf("%d alerts in %d buckets%n", alerts, rows.size());
        out.flush();
        return 0;
    }

    private Verdict verdict(VolumeDetector detector, VolumeState state, Row row) {
        if (row.count().isEmpty()) {
            return detector.missing();
        }
        try {
            return detector.observe(state, row.start(), row.count().getAsDouble());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(input + " line " + row.line() + ": " + e.getMessage(), e);
        }
    }

    private void write(List<String> lines) throws IOException {
        try (BufferedWriter scored = Files.newBufferedWriter(output)) {
            scored.write("timestamp,value,anomaly_score\n");
            for (String line : lines) {
                scored.write(line + "\n");
            }
        }
    }
}
