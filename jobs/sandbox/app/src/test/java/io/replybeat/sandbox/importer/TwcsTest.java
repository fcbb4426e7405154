package io.replybeat.sandbox.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwcsTest {

    private static final String HEADER =
            "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n";

    @TempDir
    Path folder;

    @Test
    void a_tweet_becomes_the_message_of_its_own_id() throws IOException {
        Imported imported = run(question(1, "@AcmeHelp it is broken"), answer(2, "AcmeHelp", 1));
        JsonNode question = imported.event("1");
        assertThat(question.get("type").asText()).isEqualTo("message");
        assertThat(question.get("brand").asText()).isEqualTo("AcmeHelp");
        assertThat(question.get("network").asText()).isEqualTo("x");
        assertThat(question.get("occurred_at").asText()).startsWith("2017-10-31T22:10:01");
        assertThat(question.get("direction").asText()).isEqualTo("inbound");
        assertThat(question.get("visibility").asText()).isEqualTo("public");
        assertThat(question.get("author").get("kind").asText()).isEqualTo("customer");
        assertThat(question.get("author").get("id").asText()).isEqualTo("115001");
        assertThat(question.get("text").asText()).isEqualTo("@AcmeHelp it is broken");
        JsonNode answer = imported.event("2");
        assertThat(answer.get("direction").asText()).isEqualTo("outbound");
        assertThat(answer.get("author").get("kind").asText()).isEqualTo("agent");
        assertThat(answer.get("in_reply_to").asText()).isEqualTo("1");
        assertThat(imported.report().toString()).isEqualTo("2 events in 1 conversations of 1 brands; 0 rows skipped");
    }

    @Test
    void a_chain_is_one_conversation_under_its_root_with_all_its_forks() throws IOException {
        Imported imported = run(
                question(10, "help"),
                answer(11, "AcmeHelp", 10),
                reply(12, 11),
                answer(13, "AcmeHelp", 12),
                reply(14, 11),
                answer(15, "AcmeHelp", 10),
                question(20, "something else"),
                answer(21, "AcmeHelp", 20));
        assertThat(imported.conversations())
                .isEqualTo(Map.of(
                        "AcmeHelp|10", List.of("10", "11", "12", "13", "14", "15"),
                        "AcmeHelp|20", List.of("20", "21")));
    }

    @Test
    void an_answer_comes_after_its_question_even_in_the_same_second() throws IOException {
        Imported imported = run(answerAt(4, "AcmeHelp", 9, "22:10:09"), question(9, "help"));
        assertThat(imported.event("4").get("sequence").asLong()).isEqualTo(1);
        assertThat(imported.event("9").has("sequence")).isFalse();
    }

    @Test
    void siblings_of_a_missing_parent_stay_together_under_the_missing_id() throws IOException {
        Imported imported = run(answer(31, "AcmeHelp", 30), reply(32, 30), reply(33, 31), reply(41, 40));
        assertThat(imported.conversations()).isEqualTo(Map.of("AcmeHelp|30", List.of("31", "32", "33")));
        assertThat(imported.skipped()).containsExactly("line 5: no company answers tweet 41 and none is mentioned");
    }

    @Test
    void an_unanswered_question_belongs_to_the_company_it_mentions() throws IOException {
        Imported imported = run(
                question(50, "@115888 @friend tell @acmehelp that it is broken"),
                question(51, "@OtherHelp hello?"),
                question(52, "mail me at me@example.com"),
                question(60, "x"),
                answer(61, "AcmeHelp", 60));
        assertThat(imported.conversations()).containsOnlyKeys("AcmeHelp|50", "OtherHelp|51", "AcmeHelp|60");
        assertThat(imported.skipped()).containsExactly("line 4: no company answers tweet 52 and none is mentioned");
    }

    @Test
    void a_customers_own_replies_go_with_the_unanswered_root() throws IOException {
        Imported imported = run(reply(71, 70), question(70, "@AcmeHelp hello"), reply(72, 71));
        assertThat(imported.conversations()).isEqualTo(Map.of("AcmeHelp|70", List.of("70", "71", "72")));
    }

    @Test
    void two_companies_in_a_chain_have_a_conversation_each_and_every_tweet_is_in_one_of_them() throws IOException {
        Imported imported = run(
                question(80, "@Rail @Bus who has my bag?"),
                answer(81, "Rail", 80),
                answer(82, "Bus", 80),
                reply(83, 82),
                answer(84, "Bus", 83),
                reply(85, 81),
                reply(86, 80));
        assertThat(imported.conversations())
                .isEqualTo(Map.of(
                        "Rail|80", List.of("80", "81", "85", "86"),
                        "Bus|80", List.of("82", "83", "84")));
        assertThat(imported.report().conversations()).isEqualTo(2);
    }

    @Test
    void circles_and_replies_to_oneself_end() throws IOException {
        Imported imported = run(
                row(90, "115001", true, "a", "92"),
                row(91, "AcmeHelp", false, "b", "90"),
                row(92, "115001", true, "c", "91"),
                row(93, "115001", true, "d", "91"),
                row(99, "AcmeHelp", false, "e", "99"));
        assertThat(imported.conversations())
                .isEqualTo(Map.of("AcmeHelp|90", List.of("90", "91", "92", "93"), "AcmeHelp|99", List.of("99")));
    }

    @Test
    void bad_rows_are_skipped_with_their_line_and_the_rest_is_imported() throws IOException {
        Imported imported = run(
                question(1, "two\nlines and a \"\"quote\"\""),
                "x2,115001,True,Tue Oct 31 22:10:47 +0000 2017,text,,\n",
                "3,115001,maybe,Tue Oct 31 22:10:47 +0000 2017,text,,1\n",
                "4,115001,True,yesterday,text,,1\n",
                "5,115001\n",
                "\n",
                answer(1, "AcmeHelp", 1),
                answer(6, "AcmeHelp", 1),
                "7,,True,Tue Oct 31 22:10:47 +0000 2017,text,,6\n",
                "8,115001,True,Tue Oct 31 22:10:47 +0000 2017,text,,six\n");
        assertThat(imported.conversations()).isEqualTo(Map.of("AcmeHelp|1", List.of("1", "6")));
        assertThat(imported.event("1").get("text").asText()).isEqualTo("two\nlines and a \"quote\"");
        assertThat(imported.skipped())
                .containsExactly(
                        "line 4: tweet_id is not a whole number: \"x2\"",
                        "line 5: inbound is neither True nor False: \"maybe\"",
                        "line 6: created_at is not a time like Tue Oct 31 22:10:47 +0000 2017: \"yesterday\"",
                        "line 7: has 2 columns instead of 7",
                        "line 9: tweet 1 stands in the file twice; the first counts",
                        "line 11: author_id is empty",
                        "line 12: in_response_to_tweet_id is not a whole number: \"six\"");
    }

    @Test
    void a_quote_that_never_closes_costs_its_row_and_never_hangs() throws IOException {
        Imported imported = run(
                question(1, "fine"), answer(2, "AcmeHelp", 1), "3,115001,True,now,\"and so on\n", question(4, "lost"));
        assertThat(imported.events()).hasSize(2);
        assertThat(imported.report().skippedRows()).isPositive();
    }

    @Test
    void the_order_of_the_rows_changes_nothing() throws IOException {
        Random random = new Random(17);
        for (int round = 0; round < 60; round++) {
            List<String> rows = randomRows(random);
            Imported once = run(rows.toArray(String[]::new));
            Collections.shuffle(rows, random);
            Imported again = run(rows.toArray(String[]::new));
            assertThat(new TreeSet<>(
                            again.events().stream().map(JsonNode::toString).toList()))
                    .isEqualTo(new TreeSet<>(
                            once.events().stream().map(JsonNode::toString).toList()));
            assertThat(once.events()).isNotEmpty();
        }
    }

    @Test
    void a_file_with_other_columns_is_refused_with_the_names_it_should_have() throws IOException {
        Path input = Files.writeString(folder.resolve("other.csv"), "id,text\n1,x\n");
        Path output = folder.resolve("events.jsonl");
        assertThatThrownBy(() -> new Twcs().run(input, output, ImportProgress.none()))
                .isInstanceOf(CannotImport.class)
                .hasMessageContaining("tweet_id")
                .hasMessageContaining("it names id, text");
        assertThat(output).doesNotExist();
    }

    @Test
    void a_byte_order_mark_and_another_order_of_columns_are_fine() throws IOException {
        Imported imported = Imported.by(
                new Twcs(),
                folder,
                "\uFEFFtext,tweet_id,author_id,inbound,created_at,in_response_to_tweet_id,response_tweet_id\n"
                        + "@AcmeHelp hi,1,115001,True,Tue Oct 31 22:10:47 +0000 2017,,2\n");
        assertThat(imported.conversations()).containsOnlyKeys("AcmeHelp|1");
    }

    private static List<String> randomRows(Random random) {
        List<String> rows = new ArrayList<>();
        String[] companies = {"AcmeHelp", "Rail", "Bus"};
        for (int id = 1; id <= 40; id++) {
            String parent = random.nextInt(4) == 0 ? "" : Integer.toString(1 + random.nextInt(50));
            boolean company = random.nextInt(3) == 0;
            rows.add(row(
                    id,
                    company ? companies[random.nextInt(random.nextBoolean() ? 1 : 3)] : "11500" + random.nextInt(9),
                    !company,
                    random.nextInt(3) == 0 ? "@Rail hello" : "hello",
                    parent));
        }
        return rows;
    }

    private Imported run(String... rows) throws IOException {
        return Imported.by(new Twcs(), folder, HEADER + String.join("", rows));
    }

    private static String question(int id, String text) {
        return row(id, "115001", true, text, "");
    }

    private static String reply(int id, int parent) {
        return row(id, "115001", true, "still broken", Integer.toString(parent));
    }

    private static String answer(int id, String company, int parent) {
        return row(id, company, false, "sorry to hear", Integer.toString(parent));
    }

    private static String answerAt(int id, String company, int parent, String time) {
        return answer(id, company, parent).replaceFirst("22:10:\\d\\d", time);
    }

    private static String row(int id, String author, boolean inbound, String text, String parent) {
        return "%d,%s,%s,Tue Oct 31 22:10:%02d +0000 2017,\"%s\",,%s%n"
                .formatted(id, author, inbound ? "True" : "False", id % 60, text, parent);
    }
}
