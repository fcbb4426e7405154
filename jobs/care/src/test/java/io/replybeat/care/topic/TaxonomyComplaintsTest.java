package io.replybeat.care.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.replybeat.care.config.ConfigException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is told where it is and what to write instead. */
class TaxonomyComplaintsTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("{tier: 1, phrase: [a]}", "topics.billing.phrase: unknown key; did you mean \"phrases\"?"),
                mistake("{tier: 1, subtopics: {}}", "did you mean \"sub_topics\"?"),
                mistake("{tier: 4}", "topics.billing.tier: \"4\": a tier is 1 (general), 2 (individual) or 3"),
                mistake("{phrases: [a]}", "how grave is it? Write tier: 1, 2 or 3, or must_not_wait: true"),
                mistake("{must_not_wait: false}", "how grave is it?"),
                mistake("{must_not_wait: true, tier: 2}", "has no tier; remove one of the two"),
                mistake("{must_not_wait: soon}", "\"soon\": write true or false"),
                mistake(
                        "{tier: 1, sub_topics: {refund: {teir: 2}}}",
                        "sub_topics.refund.teir: unknown key; did you mean"),
                mistake("{tier: 1, sub_topics: {a/b: {}}}", "a name has no blanks"),
                mistake("{tier: 1, phrases: {english: [a]}}", "phrases.english: write a language as en, de, pt"),
                mistake(
                        "{tier: 1, phrases: [re*fund]}",
                        "phrases[0]: \"re*fund\": \"*\" stands at the beginning or the end"),
                mistake("{tier: 1, phrases: [\"*\"]}", "it has no letters or digits to find"),
                mistake("{tier: 1, phrases: [\"!\"]}", "it has no letters or digits to find"),
                mistake("{tier: 1, phrases: [\"broken. again\"]}", "a phrase lies within a sentence"),
                mistake("{tier: 1, phrases: [charged ..]}", "\"..\" stands for the words between two others"),
                mistake("{tier: 1, phrases: [.. twice]}", "\"..\" stands for the words between two others"),
                mistake("{tier: 1, phrases: [a .. .. b]}", "\"..\" stands for the words between two others"),
                mistake("{tier: 1, unless: [[a, b]]}", "unless[0]: one value belongs here, not a list"),
                mistake("7", "topics.billing: here belong keys with values"));
    }

    private static Arguments mistake(String billing, String told) {
        return Arguments.of(billing, told);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_its_path_and_a_remedy(String billing, String told) {
        assertThat(complaint("topics:\n  billing: " + billing))
                .startsWith("taxonomy.yaml:2: ")
                .contains(told);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(complaint(
                                """
                        by_language: perhaps
                        topics:
                          billing:
                            tier: 9
                            phrases:
                              en: [a*b, refund]
                          delivery:
                            tier: 2
                            sub_topics:
                              late: {phrases: [..]}
                          praise: {tier: 1, phrses: []}
                        """)
                        .lines())
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly(
                        "taxonomy.yaml:1",
                        "taxonomy.yaml:4",
                        "taxonomy.yaml:6",
                        "taxonomy.yaml:10",
                        "taxonomy.yaml:11",
                        "taxonomy.yaml:11");
    }

    @Test
    void another_key_beside_topics_is_told() {
        assertThat(complaint("topic: {}")).contains("topic: unknown key; did you mean \"topics\"?");
    }

    private static String complaint(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> Taxonomy.parse(yaml))
                .getMessage();
    }
}
