package io.replybeat.care.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How well does the detector find what people marked in real series of tweets? By the rules of the Numenta Anomaly Benchmark at the
 * threshold 0.5, standard profile; 0 is finding nothing, 100 finding everything at its first moment with no false alert.
 */
class LabelledSeriesTest {

    private static final Path DATA = Path.of("..", "shared", "data", "spikes");
    private static final double FALSE_ALERT = 0.11;
    private static final int PROBATION = 750;

    /** Measured: 79.6. These series chose the constants, so others are expected to give less. */
    private static final double FLOOR = 75;

    private double gained;
    private int windows;

    @Test
    void most_marked_windows_are_found_early_and_with_few_false_alerts() throws IOException {
        Path data = directory();
        assumeTrue(data != null, "no labelled series at ../shared/data/spikes: nothing measured");
        for (Map.Entry<String, List<String>> series :
                marks(data.resolve("windows.json")).entrySet()) {
            score(Files.readAllLines(data.resolve(series.getKey())), series.getValue());
        }
        assertThat(100 * (gained + windows) / (2 * windows)).isGreaterThanOrEqualTo(FLOOR);
    }

    /** Beside the repository, whichever module the test runs in. */
    private static Path directory() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            if (Files.isDirectory(above.resolve(DATA))) {
                return above.resolve(DATA);
            }
        }
        return null;
    }

    /** Begin, end, begin, end… of the windows of each file. */
    private static Map<String, List<String>> marks(Path file) throws IOException {
        Map<String, List<String>> marks = new TreeMap<>();
        Matcher strings = Pattern.compile("\"([^\"]+)\"").matcher(Files.readString(file));
        List<String> current = null;
        while (strings.find()) {
            String text = strings.group(1);
            if (text.endsWith(".csv")) {
                current = new ArrayList<>();
                marks.put(text, current);
            } else {
                current.add(text.substring(0, 19));
            }
        }
        return marks;
    }

    private void score(List<String> lines, List<String> marks) {
        VolumeDetector detector = new VolumeDetector(Traffic.BUCKETS);
        VolumeState state = detector.fresh();
        Map<String, Integer> rows = new HashMap<>();
        boolean[] alerts = new boolean[lines.size() - 1];
        for (int row = 0; row < alerts.length; row++) {
            String[] fields = lines.get(row + 1).split(",");
            String time = fields[0].substring(0, 19);
            rows.put(time, row);
            long start = LocalDateTime.parse(time.replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
            alerts[row] = detector.observe(state, start, Double.parseDouble(fields[1]))
                            .score()
                    >= 0.5;
        }
        int row = PROBATION;
        double before = Double.POSITIVE_INFINITY;
        double width = 1;
        for (int mark = 0; mark < marks.size(); mark += 2) {
            int begin = rows.get(marks.get(mark));
            int end = rows.get(marks.get(mark + 1));
            gained += falseAlerts(alerts, row, begin, before, width) + found(alerts, begin, end);
            windows++;
            row = end + 1;
            before = end;
            width = end - begin;
        }
        gained += falseAlerts(alerts, row, alerts.length, before, width);
    }

    /** Each costs the less, the sooner after a window it comes. */
    private static double falseAlerts(boolean[] alerts, int from, int to, double before, double width) {
        double cost = 0;
        for (int row = from; row < to; row++) {
            double distance = (row - before) / width;
            cost += alerts[row] ? FALSE_ALERT * sigmoid(distance < 0 ? 4 : distance) : 0;
        }
        return cost;
    }

    /** The first alert counts, the more the earlier it is; none costs 1. */
    private static double found(boolean[] alerts, int begin, int end) {
        for (int row = begin; row <= end; row++) {
            if (alerts[row]) {
                return sigmoid(-(end - row + 1) / (end - begin + 1.0)) / sigmoid(-1);
            }
        }
        return -1;
    }

    private static double sigmoid(double distance) {
        return distance > 3 ? -1 : 2 / (1 + Math.exp(5 * distance)) - 1;
    }
}
