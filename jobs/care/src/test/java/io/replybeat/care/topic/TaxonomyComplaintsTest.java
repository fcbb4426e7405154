package io.replybeat.care.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.replybeat.care.config.ConfigException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                mistake("{tier: 1, phrases: {english: [a]}}", "phrases.english: no language has this code; write a"),
                mistake(
                        "{tier: 1, phrases: {xx: [a]}}",
                        "phrases.xx: no language has this code; write a language as en"),
                mistake("{tier: 1, phrases: [a], unless: {eng: [b]}}", "unless.eng: no language has this code"),
                mistake("{tier: 1}", "topics.billing: it has no phrases, so nothing is ever found; write phrases:"),
                mistake("{tier: 1, phrases: []}", "topics.billing: it has no phrases"),
                mistake("{tier: 1, phrases: {en: [], de: }}", "topics.billing: it has no phrases"),
                mistake("{tier: 1, unless: [a]}", "topics.billing: it has no phrases"),
                mistake("{tier: 1, sub_topics: {}}", "topics.billing: it has no phrases"),
                mistake(
                        "{tier: 1, phrases: [a], sub_topics: {refund: }}",
                        "topics.billing.sub_topics.refund: it has no"),
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

    static Stream<Arguments> several() {
        return Stream.of(
                several("{tier: 1, teir: 2, phrase: [q]}", "billing.teir: unknown", "billing.phrase: unknown"),
                several("{tier: 4, phrase: [q]}", "billing.phrase: unknown", "billing.tier: \"4\""),
                several("{teir: 2, phrases: [\"*\"]}", "billing.teir: unknown", "billing.phrases[0]: "),
                several("{phrase: [q]}", "billing.phrase: unknown", "billing: how grave is it?"),
                several("{must_not_wiat: true, phrases: [q]}", "billing.must_not_wiat: unknown"),
                several("{must_not_wait: soon, tier: 4, phrases: [..]}", "tier: \"4\"", "\"soon\"", "phrases[0]: "),
                several("{must_not_wait: soon, phrases: [q]}", "must_not_wait: \"soon\""),
                several("{tier: 1, phrases: {xx: [q, ..]}}", "phrases.xx: no language", "phrases.xx[1]: "),
                several("{tier: 1, phrases: [..]}", "phrases[0]: "),
                several("{tier: 1, phrases: {en: [a], en: [b]}}", "phrases.en: this key stands here twice"),
                several("{tier: 1, tier: 2, phrases: [q]}", "billing.tier: this key stands here twice"),
                several("{tier: 1, sub_topics: 7}", "billing.sub_topics: here belong keys"),
                several("{tier: 1, subtopics: {a: {phrases: [q]}}}", "billing.subtopics: unknown"),
                several("{tier: 1, sub_topics: {refund: {}}}", "sub_topics.refund: it has no phrases"),
                several(
                        "{tier: 4, foo: 1, sub_topics: {refund: {teir: 2, phrases: [..]}}}",
                        "billing.foo: unknown",
                        "billing.tier: \"4\"",
                        "refund.teir: unknown",
                        "refund.phrases[0]: "),
                several("{tier: 1, sub_topics: []}", "billing.sub_topics: here belong keys"),
                several("{tier: 1, phrases: {en: {}}}", "phrases.en: one value belongs here"),
                several("7", "topics.billing: here belong keys with values"));
    }

    private static Arguments several(String billing, String... told) {
        return Arguments.of(billing, List.of(told));
    }

    @ParameterizedTest
    @MethodSource("several")
    void every_mistake_is_told_once_and_none_that_only_follows_from_another(String billing, List<String> told) {
        List<String> lines = complaint("topics:\n  billing: " + billing).lines().toList();
        assertThat(lines).hasSameSizeAs(told);
        for (int i = 0; i < told.size(); i++) {
            assertThat(lines.get(i)).contains(told.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# to be written", "{}", "by_language: true", "topics:", "topics: {}"})
    void a_file_without_topics_is_refused(String yaml) {
        assertThat(complaint(yaml))
                .startsWith("taxonomy.yaml")
                .contains("there are no topics; write one, such as topics: {billing: ")
                .hasLineCount(1);
    }

    @Test
    void the_topic_a_complaint_proposes_is_one() {
        assertThat(Taxonomy.parse("topics: {billing: {tier: 3, phrases: [refund*]}}")
                        .topics())
                .containsExactly("billing");
    }

    @Test
    void a_topic_may_leave_the_phrases_to_its_sub_topics() {
        assertThat(Taxonomy.parse("topics: {billing: {tier: 3, sub_topics: {refund: {phrases: {he: [x], no: [y]}}}}}")
                        .topics())
                .containsExactly("billing", "billing/refund");
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
                          praise: {teir: 1, phrses: []}
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
        assertThat(complaint("topic: {}"))
                .contains("topic: unknown key; did you mean \"topics\"?")
                .hasLineCount(1);
    }

    private static String complaint(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> Taxonomy.parse(yaml))
                .getMessage();
    }
}
