package io.replybeat.care.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Payload.Sentiment.Label;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsTest {
    private final List<LabelledText> texts = new ArrayList<>();

    @Test
    void a_source_with_a_thousand_texts_is_a_kind_largest_first() {
        add("small", "en", 1000, Label.values());
        add("large", "en", 1200, Label.values());
        assertThat(sources()).containsExactly(List.of("large"), List.of("small"));
    }

    @Test
    void texts_of_smaller_sources_count_to_the_largest_kind() {
        add("a", "en", 1500, Label.values());
        add("b", "en", 1200, Label.values());
        add("few", "en", 999, Label.values());
        assertThat(sources()).containsExactly(List.of("a", "few"), List.of("b"));
        assertThat(Kinds.of(texts).get(0)).hasSize(2499);
    }

    @Test
    void there_are_three_kinds_at_most() {
        for (String source : List.of("d", "c", "b", "a")) {
            add(source, "en", 1000, Label.values());
        }
        assertThat(sources()).containsExactly(List.of("a", "d"), List.of("b"), List.of("c"));
    }

    @Test
    void one_large_source_beside_small_ones_is_no_kind() {
        add("large", "en", 1200, Label.values());
        add("few", "en", 999, Label.values());
        assertThat(Kinds.of(texts)).containsExactly(texts);
    }

    @Test
    void sources_named_by_their_label_are_no_kinds() {
        add("complaints", "en", 1000, Label.NEGATIVE);
        add("praise", "en", 1000, Label.POSITIVE);
        assertThat(Kinds.of(texts)).containsExactly(texts);
    }

    @Test
    void a_source_without_neutral_texts_is_no_kind_where_others_have_them() {
        add("stars", "en", 1000, Label.NEGATIVE, Label.POSITIVE);
        add("tweets", "en", 1000, Label.values());
        assertThat(Kinds.of(texts)).containsExactly(texts);
    }

    @Test
    void a_source_of_one_language_is_no_kind_where_languages_learn_together() {
        add("all", "pt", 600, Label.values());
        add("all", "es", 600, Label.values());
        add("ours", "pt", 1000, Label.values());
        assertThat(Kinds.of(texts)).containsExactly(texts);
    }

    private void add(String source, String language, int count, Label... labels) {
        for (int i = 0; i < count; i++) {
            texts.add(new LabelledText(labels[i % labels.length], language, source, source + " " + i));
        }
    }

    /** Of each kind. */
    private List<List<String>> sources() {
        return Kinds.of(texts).stream()
                .map(kind -> kind.stream().map(LabelledText::source).distinct().toList())
                .toList();
    }
}
