package io.replybeat.sandbox.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of our own in the layouts of both data sets. */
class PhemeTest {

    @TempDir
    Path folder;

    private Path input;

    @BeforeEach
    void data() throws IOException {
        input = Files.createDirectory(folder.resolve("data"));
    }

    @Test
    void a_source_tweet_is_a_negative_public_post_of_an_author_as_of_then() throws IOException {
        write(
                "flood/rumours/100/source-tweets/100.json",
                """
                {"id": 100, "id_str": "100", "created_at": "Thu Jan 08 13:25:36 +0000 2015", "lang": "en",
                 "text": "Nobody 📦 answers 日本", "in_reply_to_status_id": null,
                 "user": {"id": 7, "id_str": "7", "screen_name": "paper", "followers_count": 250000, "friends_count": 12,
                          "verified": true, "default_profile_image": false,
                          "created_at": "Wed Mar 04 09:00:00 +0000 2009"}}
                """);

        JsonNode source = run().event("100");

        assertThat(source.get("brand").asText()).isEqualTo("acme");
        assertThat(source.get("conversation_id").asText()).isEqualTo("100");
        assertThat(source.get("occurred_at").asText()).startsWith("2015-01-08T13:25:36");
        assertThat(source.get("direction").asText()).isEqualTo("inbound");
        assertThat(source.get("visibility").asText()).isEqualTo("public");
        assertThat(source.get("text").asText()).isEqualTo("Nobody 📦 answers 日本");
        assertThat(source.get("language").asText()).isEqualTo("en");
        assertThat(source.get("sentiment").get("label").asText()).isEqualTo("negative");
        JsonNode author = source.get("author");
        assertThat(author.get("id").asText()).isEqualTo("7");
        assertThat(author.get("kind").asText()).isEqualTo("customer");
        assertThat(author.get("handle").asText()).isEqualTo("@paper");
        assertThat(author.get("followers").asLong()).isEqualTo(250_000);
        assertThat(author.get("following").asLong()).isEqualTo(12);
        assertThat(author.get("verified").asBoolean()).isTrue();
        assertThat(author.get("has_avatar").asBoolean()).isTrue();
        assertThat(author.get("account_created_at").asText()).startsWith("2009-03-04T09:00:00");
    }

    @Test
    void both_spellings_and_a_thread_given_directly_are_threads() throws IOException {
        thread("flood/rumours/100", "source-tweets", "reactions", 100);
        thread("flood/non-rumours/200", "source-tweets", "reactions", 200);
        thread("ferry/300", "source-tweet", "replies", 300);
        Map<String, List<String>> all = Map.of(
                "acme|100", List.of("100", "101", "102"),
                "acme|200", List.of("200", "201", "202"),
                "acme|300", List.of("300", "301", "302"));

        assertThat(run().conversations()).isEqualTo(all);
        assertThat(run().report().toString()).startsWith("9 events in 3 conversations of 1 brands; 0");
        input = input.resolve("ferry/300");
        assertThat(run().conversations()).containsOnlyKeys("acme|300");
    }

    @Test
    void a_reply_comes_after_what_it_answers_has_no_mood_yet_and_a_retweet_is_a_repost() throws IOException {
        thread("flood/rumours/100", "source-tweets", "reactions", 100);
        write(
                "flood/rumours/100/reactions/103.json",
                tweet(103, null).replace("\"user\"", "\"retweeted_status\": {}, \"user\""));
        write("flood/rumours/100/structure.json", "{\"100\": {\"101\": {\"102\": []}, \"103\": []}}");

        Imported imported = run();

        assertThat(imported.event("100").path("sequence").asLong()).isZero();
        assertThat(imported.event("101").get("sequence").asLong()).isEqualTo(1);
        assertThat(imported.event("102").get("sequence").asLong()).isEqualTo(2);
        assertThat(imported.event("102").get("in_reply_to").asText()).isEqualTo("101");
        assertThat(imported.event("102").has("sentiment")).isFalse();
        assertThat(imported.event("103").get("sequence").asLong()).isEqualTo(1);
        assertThat(imported.event("103").get("is_repost").asBoolean()).isTrue();
    }

    @Test
    void what_is_broken_deleted_or_there_twice_is_counted_and_named_and_stops_nothing() throws IOException {
        thread("flood/rumours/100", "source-tweets", "reactions", 100);
        String at = "flood/rumours/100/reactions/";
        write(at + "110.json", "{\"id\": 110, \"created");
        write(at + "111.json", "null");
        write(at + "112.json", "{\"id\": 112, \"deleted\": true}");
        write(at + "113.json", tweet(113, 100L).replace("Thu Jan", "Thu Foo"));
        write(at + "114.json", tweet(114, 100L).replace("\"user\"", "\"nobody\""));
        write(at + "115.json", tweet(101, 100L));
        write(at + "116.json", tweet(116, 100L).replace("\"hm\"", "\"cut \\ud83d\""));
        write(at + "117.json", "<html>Too many requests</html>");
        Files.write(input.resolve(at + "118.json"), new byte[] {'"', (byte) 0xFF, '"'});
        write(at + "._101.json", "Mac OS X");
        write(at + ".DS_Store", "Mac OS X");
        write("flood/rumours/100/annotation.json", "{\"is_rumour\": \"rumour\"}");
        write("flood/._rumours", "Mac OS X");

        Imported imported = run();

        assertThat(imported.conversations()).isEqualTo(Map.of("acme|100", List.of("100", "101", "102", "116")));
        assertThat(imported.event("116").get("text").asText()).isEqualTo("cut \uFFFD");
        assertThat(imported.skipped()).hasSize(8);
        assertThat(imported.skipped())
                .contains(
                        at + "110.json is not JSON from line 1, column 21 on",
                        at + "117.json is not JSON from line 1, column 1 on",
                        at + "118.json is not JSON from line 1, column 3 on",
                        at + "111.json is no tweet, or a deleted one",
                        at + "112.json is no tweet, or a deleted one",
                        at + "114.json has no user.id",
                        "flood/rumours/100 tweet 101 is there twice; the first counts")
                .anySatisfy(reason -> assertThat(reason).startsWith(at + "113.json created_at is not a time like"));
    }

    @Test
    void null_fields_of_the_author_are_not_told() throws IOException {
        write(
                "flood/rumours/100/source-tweets/100.json",
                tweet(100, null)
                        .replace("\"followers_count\": 20000", "\"followers_count\": null, \"verified\": null"));

        JsonNode author = run().event("100").get("author");

        assertThat(author.has("followers")).isFalse();
        assertThat(author.has("verified")).isFalse();
    }

    @Test
    void a_directory_without_threads_is_refused_with_what_is_wanted() {
        assertThatThrownBy(this::run)
                .isInstanceOf(CannotImport.class)
                .hasMessageContaining("holds no thread: no directory with source-tweets or source-tweet in it");
    }

    private void thread(String directory, String sources, String replies, long id) throws IOException {
        write(directory + "/" + sources + "/" + id + ".json", tweet(id, null));
        write(directory + "/" + replies + "/" + (id + 1) + ".json", tweet(id + 1, id));
        write(directory + "/" + replies + "/" + (id + 2) + ".json", tweet(id + 2, id + 1));
    }

    private static String tweet(long id, Long answers) {
        return """
                {"id": %d, "created_at": "Thu Jan 08 13:25:36 +0000 2015", "text": "hm", "in_reply_to_status_id": %s,
                 "user": {"id": %d, "followers_count": 20000}}
                """
                .formatted(id, answers, id + 5000);
    }

    private void write(String path, String content) throws IOException {
        Path file = input.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Imported run() throws IOException {
        return Imported.at(new Pheme("acme"), input, folder.resolve("events.jsonl"));
    }
}
