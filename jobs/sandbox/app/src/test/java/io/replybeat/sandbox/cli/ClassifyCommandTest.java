package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.topic.Taxonomy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void a_text_is_told_with_its_language_tone_topic_and_tier_and_the_reason_for_each() {
        assertThat(classify("--text", "Worst service ever, you charged me twice!"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines().toList())
                .anyMatch(line -> line.matches("language +en +by its letters and words"))
                .anyMatch(line -> line.matches("sentiment +negative +score -(0\\.\\d\\d|1\\.00)"))
                .anyMatch(line -> line.matches(" +because: .*\\bworst\\b [-+]\\d\\.\\d\\d.*"))
                .anyMatch(line -> line.matches("topic +billing/double_charge, complaint/poor_service"))
                .anyMatch(
                        line -> line.matches(
                                " +because: \"charged me twice\" is a phrase of billing/double_charge \\(rule: charged \\.\\. twice\\)"))
                .contains("tier       3   by billing/double_charge (rule: charged .. twice)");
    }

    @Test
    void a_text_no_rule_speaks_of_has_no_topic() {
        assertThat(classify("--text", "The sky above the port")).isZero();
        assertThat(out.toString())
                .containsPattern("topic +none +no rule matches")
                .doesNotContain("tier");
    }

    @Test
    void a_language_that_is_given_is_not_worked_out() {
        assertThat(classify("--text", "charged twice", "--language", "ja")).isZero();
        assertThat(out.toString()).containsPattern("language +ja +as given");
    }

    @Test
    void an_own_taxonomy_decides_on_topic_and_tier() throws IOException {
        Path rules = Files.writeString(
                directory.resolve("own.yaml"),
                "topics: {sale: {must_not_wait: true, phrases: [\"want to buy\"]}, sky: {tier: 1, phrases: [sky]}}");
        assertThat(classify("--text", "The sky above the port", "--taxonomy", rules.toString()))
                .isZero();
        assertThat(out.toString()).containsPattern("topic +sky\n").containsPattern("tier +1 +by sky");
        assertThat(classify("--text", "I want to buy two", "--taxonomy", rules.toString()))
                .isZero();
        assertThat(out.toString())
                .containsPattern("topic +sale\n")
                .containsPattern("tier +none\nmust not wait +by sale");
    }

    @Test
    void every_topic_is_told_the_gravest_first_and_which_rule_made_it_grave() throws IOException {
        Path rules = Files.writeString(
                directory.resolve("own.yaml"),
                """
                topics:
                  hello: {tier: 1, phrases: [hello]}
                  sale: {must_not_wait: true, phrases: [want to buy]}
                  pizza: {tier: 2, phrases: [pizza], sub_topics: {cold: {tier: 3, phrases: [cold, "*käse"]}}}
                """);
        assertThat(classify(
                        "--text",
                        "Hello, cold pizza, no Extrakäse, I want to buy another",
                        "--taxonomy",
                        rules.toString()))
                .isZero();
        assertThat(out.toString().lines().skip(3))
                .containsExactly(
                        "topic      pizza/cold, sale, pizza, hello",
                        "           because: \"cold\" is a phrase of pizza/cold (rule: cold)",
                        "           because: \"Extrakäse\" is a phrase of pizza/cold (rule: *käse)",
                        "           because: \"want to buy\" is a phrase of sale (rule: want to buy)",
                        "           because: \"pizza\" is a phrase of pizza (rule: pizza)",
                        "           because: \"Hello\" is a phrase of hello (rule: hello)",
                        "tier       3   by pizza/cold (rule: cold)",
                        "must not wait   by sale (rule: want to buy)");
    }

    @Test
    void an_empty_taxonomy_is_refused() throws IOException {
        Path rules = Files.writeString(directory.resolve("own.yaml"), "");
        assertThat(classify("--text", "sky", "--taxonomy", rules.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(rules + ": there are no topics; write one");
    }

    @Test
    void a_broken_taxonomy_is_told_with_its_line() throws IOException {
        Path rules = Files.writeString(directory.resolve("own.yaml"), "topics:\n  sky:\n    teir: 1\n");
        assertThat(classify("--text", "sky", "--taxonomy", rules.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(rules + ":3: ").contains("did you mean \"tier\"?");
        assertThat(out.toString()).as("no half of an answer").isEmpty();
    }

    @Test
    void the_rules_it_prints_are_rules_it_reads() throws IOException {
        assertThat(classify("--print-taxonomy")).isZero();
        assertThat(out.toString()).isEqualTo(Taxonomy.shippedText());
        Path rules = Files.writeString(directory.resolve("own.yaml"), out.toString());
        assertThat(classify("--text", "You charged me twice!", "--taxonomy", rules.toString()))
                .isZero();
        assertThat(out.toString()).endsWith("tier       3   by billing/double_charge (rule: charged .. twice)\n");
    }

    @Test
    void a_file_that_is_no_model_is_told() throws IOException {
        Path model = Files.writeString(directory.resolve("tone.model"), "I am no model");
        assertThat(classify("--text", "sky", "--model", model.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(model.toString()).contains("train-sentiment");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void without_a_text_it_says_what_it_wants() {
        assertThat(classify()).isEqualTo(2);
        assertThat(err.toString()).contains("--text=TEXT").contains("--print-taxonomy");
        assertThat(classify("--text", "sky", "--print-taxonomy")).isEqualTo(2);
    }

    private int classify(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "classify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
