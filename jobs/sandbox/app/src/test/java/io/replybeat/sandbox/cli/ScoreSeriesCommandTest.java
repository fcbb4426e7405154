package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreSeriesCommandTest {
    private static final String HEADER = "timestamp,value\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void every_row_keeps_its_place_and_text_and_a_spike_scores_a_half_or_more() throws IOException {
        Path output = directory.resolve("scored.csv");
        assertThat(score(week() + "2026-01-12 00:00:00,90\n", output))
                .as(err.toString())
                .isZero();
        List<String> lines = Files.readAllLines(output);
        assertThat(lines).hasSize(7 * 288 + 2);
        assertThat(lines.get(0)).isEqualTo("timestamp,value,anomaly_score");
        assertThat(lines.get(1)).startsWith("2026-01-05 00:00:00,10,0.");
        assertThat(scoreOf(lines.get(lines.size() - 2))).isLessThan(0.5);
        assertThat(lines.get(lines.size() - 1)).startsWith("2026-01-12 00:00:00,90,0.");
        assertThat(scoreOf(lines.get(lines.size() - 1))).isGreaterThanOrEqualTo(0.5);
        assertThat(out.toString())
                .contains("2026-01-12 00:00:00  messages 90.0, expected")
                .contains("alerts in 2017 buckets");
    }

    @Test
    void a_score_depends_on_no_later_row() throws IOException {
        Path calm = directory.resolve("calm.csv");
        Path hit = directory.resolve("hit.csv");
        score(week(), calm);
        score(week() + "2026-01-12 00:00:00,90\n2026-01-12 00:05:00,900\n", hit);
        List<String> lines = Files.readAllLines(calm);
        assertThat(Files.readAllLines(hit).subList(0, lines.size())).isEqualTo(lines);
    }

    @Test
    void an_empty_value_is_unknown_and_scores_nothing() throws IOException {
        Path output = directory.resolve("scored.csv");
        score(week() + "2026-01-12 00:00:00,\n2026-01-12 00:05:00,10\n", output);
        List<String> lines = Files.readAllLines(output);
        assertThat(lines.get(lines.size() - 2)).isEqualTo("2026-01-12 00:00:00,,0.000000");
        assertThat(scoreOf(lines.get(lines.size() - 1))).isLessThan(0.5);
    }

    @Test
    void a_bad_row_is_told_by_its_number_and_nothing_is_written() throws IOException {
        assertRefused("time,count\n", "line 1", "header must be timestamp,value");
        assertRefused(HEADER + "2026-01-05 00:00:00,1\nyesterday,1\n", "line 3", "\"yesterday\"");
        assertRefused(HEADER + "2026-01-05 00:00:00,many\n", "line 2", "\"many\"");
        assertRefused(HEADER + "2026-01-05 00:00:00,-1\n", "line 2", "0 or more");
        assertRefused(HEADER + "2026-01-05 00:00:00,1,2\n", "line 2", "3 fields");
        assertRefused(HEADER + "2026-01-05 00:05:00,1\n2026-01-05 00:00:00,1\n", "line 3", "order of time");
    }

    @Test
    void a_quarter_of_an_hour_can_be_a_bucket() throws IOException {
        Path output = directory.resolve("scored.csv");
        String series = HEADER + "2026-01-05T00:00:00Z,1\n2026-01-05T00:15:00Z,1\n";
        assertThat(score(series, output, "--bucket", "PT15M", "--zone", "Asia/Tokyo", "--alerts-per-week", "2"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readAllLines(output)).hasSize(3);
    }

    private void assertRefused(String series, String... words) throws IOException {
        Path output = directory.resolve("never.csv");
        err.getBuffer().setLength(0);
        assertThat(score(series, output)).isEqualTo(1);
        assertThat(err.toString()).contains("in.csv").contains(words);
        assertThat(output).doesNotExist();
    }

    private static String week() {
        StringBuilder rows = new StringBuilder(HEADER);
        LocalDateTime begin = LocalDateTime.parse("2026-01-05T00:00:00");
        for (int i = 0; i < 7 * 288; i++) {
            String time = begin.plusMinutes(5L * i).toString().replace('T', ' ');
            rows.append(time.length() == 16 ? time + ":00" : time)
                    .append(',')
                    .append(10 + i % 3)
                    .append('\n');
        }
        return rows.toString();
    }

    private static double scoreOf(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
    }

    private int score(String series, Path output, String... more) throws IOException {
        Path input = Files.writeString(directory.resolve("in.csv"), series);
        String[] arguments = new String[5 + more.length];
        List.of("score-series", "--input", input.toString(), "--output", output.toString())
                .toArray(arguments);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
