package io.replybeat.care.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped taxonomy in ten languages: a wrong tier 3 wakes somebody, a missed one lets a customer wait. */
class ShippedTaxonomyTest {

    private static final Taxonomy SHIPPED = Taxonomy.shipped();
    private static final List<String> LANGUAGES = List.of("en", "de", "pt", "es", "fr", "it", "ja", "zh", "hi", "ar");

    record Example(String language, String topic, String sentence, String lure) {}

    static Stream<Example> examples() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ShippedTaxonomyTest.class.getResourceAsStream("sentences.txt"), StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(cells -> new Example(cells[0], cells[1], cells[2], cells[3]))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_grave_matter_is_heard_in_every_language(Example example) {
        assertThat(gravestIn(example.topic(), SHIPPED.classify(example.sentence(), example.language())))
                .as(example.sentence())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_lure_wakes_nobody(Example example) {
        Classification lure = SHIPPED.classify(example.lure(), example.language());
        assertThat(lure.tier()).as(lure.toString()).isLessThan(3);
        assertThat(lure.mustNotWait()).as(lure.toString()).isFalse();
    }

    @Test
    void there_is_an_example_for_every_language_and_every_topic_that_can_be_grave() throws IOException {
        List<String> there = examples()
                .map(example -> example.language() + " " + example.topic())
                .toList();
        List<String> grave = SHIPPED.topics().stream()
                .filter(path -> SHIPPED.tierOf(path) == 3 || SHIPPED.mustNotWait(path))
                .map(path -> path.replaceAll("/.*", ""))
                .distinct()
                .toList();
        assertThat(there)
                .containsExactlyInAnyOrderElementsOf(LANGUAGES.stream()
                        .flatMap(language -> grave.stream().map(topic -> language + " " + topic))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Been on hold for an hour now | complaint/waiting | 2",
                "en | How do I change the ring tone? | how_to/question | 1",
                "en | Your agent on the desk was so rude to my mother | employee_conduct/rude | 2",
                "en | I forgot my password | account/password | 2",
                "en | Please tell me your tracking number for the sofa | delivery/tracking | 2",
                "de | Seit Stunden in der Warteschleife, Frechheit | complaint/waiting | 2",
                "de | Die Mitarbeiterin war sehr unfreundlich | employee_conduct/rude | 2",
                "de | Vielen Dank für die schnelle Hilfe | praise/thanks | 1",
                "pt | Ninguém responde no chat de vocês | complaint/no_answer | 2",
                "es | Pésimo servicio en la tienda de Cuenca | complaint/poor_service | 2",
                "fr | Comment faire pour changer de chaîne ? | how_to/question | 1",
                "it | Grazie mille, gentilissimi | praise/great_service | 1",
                "ja | 店員の態度が悪いです | employee_conduct/rude | 2",
                "zh | 客服电话打不通 | complaint/waiting | 2",
                "hi | कोई जवाब नहीं दे रहा | complaint/no_answer | 2",
                "ar | لا أحد يرد على الرسائل | complaint/no_answer | 2"
            })
    void smaller_matters_have_their_topic_and_a_smaller_tier(String language, String text, String subTopic, int tier) {
        Classification found = SHIPPED.classify(text, language);
        assertThat(found.subTopics()).as(found.toString()).contains(subTopic);
        assertThat(found.tier()).isEqualTo(tier);
    }

    @Test
    void every_entry_has_phrases_in_every_language() {
        String text = Taxonomy.shippedText();
        for (String language : LANGUAGES) {
            long lists = text.lines()
                    .filter(line -> line.startsWith("          " + language + ": ["))
                    .count();
            long subTopics =
                    SHIPPED.topics().stream().filter(path -> path.contains("/")).count();
            assertThat(lists).as(language).isEqualTo(subTopics);
        }
    }

    @Test
    void the_shipped_file_is_the_one_that_is_read() {
        assertThat(Taxonomy.parse(Taxonomy.shippedText()).topics()).isEqualTo(SHIPPED.topics());
    }

    private static boolean gravestIn(String topic, Classification found) {
        return found.matches().stream()
                .filter(match -> match.topic().equals(topic))
                .anyMatch(match -> SHIPPED.tierOf(match.path()) == 3 || SHIPPED.mustNotWait(match.path()));
    }
}
