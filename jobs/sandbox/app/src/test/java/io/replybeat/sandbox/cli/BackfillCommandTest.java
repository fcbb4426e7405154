package io.replybeat.sandbox.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.replybeat.stream.document.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as somebody meets it who has a file, a brand's rules and no idea what is inside. */
class BackfillCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = customer("q1", "2026-03-04T10:00:00Z");
    private static final String NEXT_DAY =
            customer("q2", "2026-03-05T10:00:00Z").replace("\"c1\"", "\"c2\"");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private Path input;
    private Path output;

    @BeforeEach
    void name() {
        input = directory.resolve("events.jsonl");
        output = directory.resolve("out");
    }

    @Test
    void a_promise_runs_until_it_is_due_and_is_broken_from_then_on() throws IOException {
        Path config = Files.writeString(
                directory.resolve("care.yaml"), "brands: {acme: {sla: [{clock: calendar, first_response: 1h}]}}");
        write(QUESTION);
        assertThat(backfill("--config", config.toString(), "--as-of", "2026-03-04T10:59:59Z"))
                .isZero();
        assertThat(outcome()).isEqualTo("running");
        assertThat(backfill("--config", config.toString(), "--as-of", "2026-03-04T11:00:00Z"))
                .isZero();
        assertThat(outcome()).isEqualTo("breached");
    }

    @Test
    void what_happened_after_the_instant_is_left_out_and_counted() throws IOException {
        write(QUESTION, NEXT_DAY, NEXT_DAY.replace("10:00:00Z", "10:00:00.001Z").replace("q2", "q3"));
        assertThat(backfill("--as-of", "2026-03-05T10:00:00Z")).isZero();
        assertThat(out.toString()).contains("2 events in").contains("1 after --as-of left out");
        assertThat(lines("conversations")).hasSize(2).noneMatch(line -> line.contains("10:00:00.001Z"));
    }

    @Test
    void every_kind_has_its_file_and_an_empty_input_empties_those_of_a_former_run() throws IOException {
        write(QUESTION);
        assertThat(backfill()).isZero();
        assertThat(lines("conversations")).hasSize(1);
        write();
        assertThat(backfill()).isZero();
        for (Kind kind : Kind.values()) {
            assertThat(output.resolve(kind.word() + ".jsonl")).isEmptyFile();
        }
        assertThat(Files.list(output)).hasSize(Kind.values().length);
        assertThat(out.toString()).contains("0 events in");
    }

    @Test
    void a_file_that_is_not_there_is_named_with_what_is_wanted() {
        assertThat(backfill()).isEqualTo(1);
        assertThat(err.toString())
                .contains("events.jsonl does not exist", "--input wants a file of JSON lines or a directory")
                .doesNotContain("\tat ");
    }

    @Test
    void a_directory_without_events_says_which_endings_count() throws IOException {
        Files.writeString(directory.resolve("notes.txt"), "hello");
        input = directory;
        assertThat(backfill()).isEqualTo(1);
        assertThat(err.toString()).contains("holds no file that ends in .jsonl");
    }

    @Test
    void a_file_that_is_no_gzip_is_named() throws IOException {
        input = Files.writeString(directory.resolve("events.jsonl.gz"), QUESTION);
        assertThat(backfill()).isEqualTo(1);
        assertThat(err.toString())
                .contains("events.jsonl.gz cannot be read", "Not in GZIP format")
                .doesNotContain("Recovery")
                .doesNotContain("\tat ");
    }

    @Test
    void an_output_that_is_no_directory_is_named_with_the_way_out() throws IOException {
        write(QUESTION);
        Files.writeString(output, "a file");
        assertThat(backfill()).isEqualTo(1);
        assertThat(err.toString())
                .contains(output.toString())
                .contains("--output")
                .doesNotContain("\tat ");
    }

    @Test
    void events_in_the_output_directory_are_not_written_over() throws IOException {
        input = Files.createDirectories(output).resolve("messages.jsonl");
        write(QUESTION);
        assertThat(backfill()).isEqualTo(2);
        assertThat(err.toString()).contains("messages.jsonl").contains("--output a directory of its own");
        assertThat(Files.readAllLines(input)).containsExactly(QUESTION);
    }

    @Test
    void all_files_below_a_directory_are_read_packed_or_not() throws IOException {
        input = Files.createDirectories(directory.resolve("in/deep")).getParent();
        Files.writeString(input.resolve("a.jsonl"), QUESTION + "\n");
        gzip(input.resolve("deep/b.ndjson.gz"), NEXT_DAY + "\n");
        Files.writeString(input.resolve("deep/readme.md"), "no events");
        assertThat(backfill()).isZero();
        assertThat(lines("conversations")).hasSize(2);
        assertThat(lines("rejected")).isEmpty();
    }

    @Test
    void line_ends_of_windows_a_byte_order_mark_and_blank_lines_do_no_harm() throws IOException {
        Files.writeString(input, "\uFEFF" + QUESTION + "\r\n\r\n  \n\n" + NEXT_DAY + "\r\n");
        assertThat(backfill()).isZero();
        assertThat(lines("rejected")).isEmpty();
        assertThat(lines("conversations")).hasSize(2);
    }

    @Test
    void a_broken_line_is_found_again_by_its_number_and_stops_nothing() throws IOException {
        String huge = QUESTION.replace("Hello", "x".repeat(5 << 20)).replace("q1", "huge");
        write(QUESTION, "{broken", huge, QUESTION.replace("2026", "2099"), NEXT_DAY);
        assertThat(backfill()).isZero();
        assertThat(out.toString())
                .contains("2 events in")
                .contains("3 rejected")
                .contains("rejected.jsonl");
        Map<Integer, String> reasons = new TreeMap<>();
        for (String line : lines("rejected")) {
            JsonNode rejected = JSON.readTree(line);
            assertThat(rejected.path("file").asText()).isEqualTo("events.jsonl");
            reasons.put(rejected.path("line").asInt(), rejected.path("reason").asText());
        }
        assertThat(reasons).isEqualTo(Map.of(2, "undecodable", 3, "too_large", 4, "in_the_future"));
        assertThat(lines("conversations")).hasSize(2);
    }

    @Test
    void any_order_of_the_lines_and_any_repetition_gives_the_same_bytes() throws IOException {
        Path simulated = directory.resolve("simulated.jsonl");
        assertThat(run("simulate", "--output", simulated.toString(), "--days", "1", "--rate", "1"))
                .isZero();
        List<String> lines = new ArrayList<>(Files.readAllLines(simulated));
        Files.write(input, lines);
        assertThat(backfill("--parallelism", "1")).isZero();
        Path first = Files.move(output, directory.resolve("first"));

        Random random = new Random(5);
        lines.addAll(List.copyOf(lines.subList(0, lines.size() / 10)));
        Collections.shuffle(lines, random);
        Files.write(input, lines);
        assertThat(backfill("--parallelism", "2", "--output.flush-max-events", "100"))
                .isZero();
        for (Kind kind : Kind.values()) {
            String name = kind.word() + ".jsonl";
            assertThat(output.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
        assertThat(lines("facts")).hasSizeGreaterThan(100);
    }

    private int backfill(String... more) {
        return run(Stream.concat(
                        Stream.of("backfill", "--input", input.toString(), "--output", output.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void write(String... lines) throws IOException {
        Files.write(input, List.of(lines));
    }

    private List<String> lines(String kind) throws IOException {
        return Files.readAllLines(output.resolve(kind + ".jsonl"));
    }

    private String outcome() throws IOException {
        for (String line : lines("facts")) {
            JsonNode fact = JSON.readTree(line);
            if (fact.path("kind").asText().equals("sla")) {
                return fact.path("outcome").asText();
            }
        }
        return "no such fact";
    }

    private static void gzip(Path file, String text) throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(text.getBytes(UTF_8));
        }
    }

    private static String customer(String id, String at) {
        return "{\"event_id\":\"" + id + "\",\"type\":\"message\",\"brand\":\"acme\",\"conversation_id\":\"c1\","
                + "\"network\":\"x\",\"occurred_at\":\"" + at + "\",\"direction\":\"inbound\","
                + "\"visibility\":\"public\",\"author\":{\"id\":\"u1\",\"kind\":\"customer\"},\"text\":\"Hello\"}";
    }
}
