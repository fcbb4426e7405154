package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of a backfill tell of callouts. */
class CalloutsBackfillTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter err = new StringWriter();
    private final List<String> lines = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void a_surge_stands_in_alerts_and_callouts_with_its_authors_its_answers_and_its_timeline() throws IOException {
        post("u1", "10:00:00", 50_000, "Where is my parcel? Nobody answers");
        post("u2", "10:02:10", 20_000, "My parcel is lost again");
        post("u3", "10:02:40", 1_000_000, "Never ordering here, still no parcel");
        answer("u1", "10:05:00");
        answer("u2", "10:06:00");
        answer("u3", "10:07:00");

        backfill();

        JsonNode alert = only("alerts");
        assertThat(alert.get("id").asText()).isEqualTo("callout_surge|acme|brand|acme|2026-03-04T10:00:00Z");
        assertThat(alert.get("state").asText()).isEqualTo("resolved");
        assertThat(alert.get("severity").asText()).isEqualTo("critical");
        assertThat(alert.get("resolved_at").asText()).isEqualTo("2026-03-04T10:07:00Z");
        assertThat(alert.get("evidence").get("message_ids").toString()).isEqualTo("[\"m-u1\",\"m-u2\",\"m-u3\"]");
        JsonNode callout = only("callouts");
        assertThat(callout.get("id")).isEqualTo(alert.get("id"));
        assertThat(callout.get("reach").asLong()).isEqualTo(1_070_000);
        assertThat(callout.get("peak_at").asText()).isEqualTo("2026-03-04T10:02:00Z");
        assertThat(callout.get("ended_by").asText()).isEqualTo("answered");
        assertThat(callout.get("authors"))
                .extracting(text("id"), text("followers"))
                .containsExactly(tuple("u1", "50000"), tuple("u2", "20000"), tuple("u3", "1000000"));
        assertThat(callout.get("messages"))
                .extracting(text("event_id"), text("answered_at"))
                .containsExactly(
                        tuple("m-u1", "2026-03-04T10:05:00Z"),
                        tuple("m-u2", "2026-03-04T10:06:00Z"),
                        tuple("m-u3", "2026-03-04T10:07:00Z"));
        assertThat(callout.get("timeline"))
                .extracting(text("at"), text("authors"), text("answered"))
                .containsExactly(
                        tuple("2026-03-04T10:00:00Z", "1", "0"),
                        tuple("2026-03-04T10:02:00Z", "3", "0"),
                        tuple("2026-03-04T10:05:00Z", "3", "1"),
                        tuple("2026-03-04T10:06:00Z", "3", "2"),
                        tuple("2026-03-04T10:07:00Z", "3", "3"));
    }

    @Test
    void under_pseudonymise_authors_have_the_names_that_their_messages_have() throws IOException {
        post("u1", "10:00:00", 50_000, "one");
        post("u2", "10:01:00", 50_000, "two");
        post("u3", "10:02:00", 50_000, "three");

        backfill("--privacy.pseudonymise=true", "--privacy.key=a-long-secret-of-our-own");

        List<String> inMessages = read("messages").stream()
                .map(message -> message.get("author").get("id").asText())
                .toList();
        assertThat(only("callouts").get("authors"))
                .extracting(text("id"))
                .containsExactlyInAnyOrderElementsOf(inMessages)
                .allSatisfy(id -> assertThat(id).startsWith("p_"));
        assertThat(only("callouts").toString() + only("alerts")).doesNotContain("\"u1\"");
    }

    @Test
    void a_muted_surge_is_kept_and_calls_nobody() throws IOException {
        Path config = Files.writeString(
                directory.resolve("care.yaml"), "brands: {acme: {alerts: {mute: {rules: [callout_surge]}}}}");
        post("u1", "10:00:00", 50_000, "one");
        post("u2", "10:01:00", 50_000, "two");
        post("u3", "10:02:00", 50_000, "three");

        backfill("--config", config.toString());

        assertThat(only("alerts").get("muted").asBoolean()).isTrue();
    }

    @Test
    void what_is_due_after_as_of_has_not_happened() throws IOException {
        post("u1", "10:00:00", 50_000, "one");

        backfill("--as-of", "2026-03-04T10:29:59Z");
        assertThat(read("alerts")).isEmpty();
        backfill("--as-of", "2026-03-04T10:30:00Z");
        assertThat(read("alerts"))
                .extracting(alert -> alert.get("rule").asText())
                .containsExactly("ignored_influencer");
    }

    @Test
    void threads_of_tweets_are_callouts_about_the_brand_that_is_named() throws IOException {
        for (int i = 1; i <= 3; i++) {
            Path thread = directory.resolve("threads/rumours/" + i + "00/source-tweets");
            Files.createDirectories(thread);
            Files.writeString(
                    thread.resolve(i + "00.json"),
                    """
                    {"id": %d00, "created_at": "Thu Jan 08 13:2%d:36 +0000 2015", "text": "It happens at %d",
                     "user": {"id": %d, "followers_count": 20000, "verified": true}}
                    """
                            .formatted(i, i, i, i));
        }
        Path events = directory.resolve("events.jsonl");

        assertThat(run(
                        "import",
                        "pheme",
                        "--input",
                        directory.resolve("threads").toString(),
                        "--brand",
                        "acme",
                        "--output",
                        events.toString()))
                .as(err.toString())
                .isZero();
        lines.addAll(Files.readAllLines(events));
        backfill();

        assertThat(only("callouts").get("since").asText()).isEqualTo("2015-01-08T13:21:36Z");
        assertThat(only("alerts").get("why").asText()).startsWith("3 weighty authors with 60,000 followers in all");
    }

    private void post(String author, String time, long followers, String text) {
        lines.add(
                """
                {"event_id":"m-%s","type":"message","brand":"acme","conversation_id":"c-%s","network":"x",\
                "occurred_at":"2026-03-04T%sZ","direction":"inbound","visibility":"public",\
                "author":{"id":"%s","kind":"customer","followers":%d},"text":"%s",\
                "sentiment":{"label":"negative","score":-0.8}}"""
                        .formatted(author, author, time, author, followers, text));
    }

    private void answer(String to, String time) {
        lines.add(
                """
                {"event_id":"a-%s","type":"message","brand":"acme","conversation_id":"c-%s","network":"x",\
                "occurred_at":"2026-03-04T%sZ","direction":"outbound","visibility":"public",\
                "author":{"id":"a7","kind":"agent"},"text":"We are on it."}"""
                        .formatted(to, to, time));
    }

    private void backfill(String... flags) throws IOException {
        Path input = Files.write(directory.resolve("events.jsonl"), lines);
        List<String> arguments = new ArrayList<>(List.of(
                "backfill",
                "--input",
                input.toString(),
                "--output",
                directory.resolve("results").toString()));
        arguments.addAll(List.of(flags));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
    }

    private int run(String... arguments) {
        return Replybeat.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private List<JsonNode> read(String kind) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("results/" + kind + ".jsonl"))) {
            documents.add(JSON.readTree(line));
        }
        return documents;
    }

    /** The one of a surge: three posts without an answer may be ignored besides. */
    private JsonNode only(String kind) throws IOException {
        List<JsonNode> surges = read(kind).stream()
                .filter(document -> document.get("rule").asText().equals("callout_surge"))
                .toList();
        assertThat(surges).hasSize(1);
        return surges.get(0);
    }

    private static Function<JsonNode, String> text(String field) {
        return node -> node.path(field).asText();
    }
}
