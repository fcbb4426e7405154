package io.replybeat.care.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.replybeat.care.event.Payload.Sentiment.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentTrainerTest {
    private static final List<LabelledText> TEXTS = texts();
    private static final List<LabelledText> TWO_KINDS = twoKinds();

    @TempDir
    Path directory;

    @Test
    void equal_texts_give_an_equal_model_byte_for_byte() {
        assertThat(train(TEXTS).toBytes()).isEqualTo(train(TEXTS).toBytes());
    }

    @Test
    void a_model_read_back_judges_as_before_and_has_the_same_bytes() throws IOException {
        for (List<LabelledText> texts : List.of(TEXTS, TWO_KINDS)) {
            LinearSentiment model = train(texts);
            LinearSentiment read = LinearSentiment.read(Files.write(directory.resolve("m.model"), model.toBytes()));
            assertThat(read.toBytes()).isEqualTo(model.toBytes());
            texts.forEach(text -> assertThat(read.judge(text.text(), "en")).isEqualTo(model.judge(text.text(), "en")));
        }
    }

    @Test
    void a_model_learns_what_the_labels_say() {
        LinearSentiment model = train(TEXTS);
        assertThat(model.judge("blorp delivery number 777", "en").label()).isEqualTo(Label.POSITIVE);
        assertThat(model.judge("zwick delivery number 778", "en").label()).isEqualTo(Label.NEGATIVE);
        // A language without texts of its own is judged by what was learnt from all.
        assertThat(model.judge("blorp delivery number 777", "de").label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void a_text_is_judged_by_what_was_learnt_of_its_kind() {
        LinearSentiment model = train(TWO_KINDS);
        assertThat(model.judge("driver q r s t u sick", "en").label()).isEqualTo(Label.NEGATIVE);
        assertThat(model.judge("driver q r s t u calm", "en").label()).isEqualTo(Label.POSITIVE);
        assertThat(model.judge("combo q r s t u sick", "en").label()).isEqualTo(Label.POSITIVE);
        assertThat(model.judge("combo q r s t u calm", "en").label()).isEqualTo(Label.NEGATIVE);
    }

    @Test
    void a_file_that_is_no_model_is_refused_with_the_remedy() {
        byte[] bytes = train(TEXTS).toBytes();
        assertThatThrownBy(() -> read("GIF89a..".getBytes())).hasMessageContaining("train-sentiment");
        byte[] other = bytes.clone();
        other[7] = 99;
        assertThatThrownBy(() -> read(other)).hasMessageContaining("format 99").hasMessageContaining("train it again");
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length / 2))).isInstanceOf(IOException.class);
    }

    @Test
    void copies_of_a_text_are_on_one_side_of_the_split() {
        List<LabelledText> twice = new ArrayList<>(TEXTS);
        TEXTS.forEach(text -> twice.add(new LabelledText(Label.NEUTRAL, "de", "other", text.text())));
        SentimentTrainer.Split split = SentimentTrainer.split(twice, 0.3);
        List<String> training =
                split.training().stream().map(LabelledText::text).toList();
        assertThat(split.validation()).isNotEmpty().noneMatch(text -> training.contains(text.text()));
        assertThat(split.training().size() + split.validation().size()).isEqualTo(twice.size());
        assertThat(SentimentTrainer.split(twice, 0).validation()).isEmpty();
    }

    @Test
    void each_text_is_for_validation_in_exactly_one_fold() {
        List<LabelledText> validated = new ArrayList<>();
        for (int fold = 0; fold < 4; fold++) {
            SentimentTrainer.Split split = SentimentTrainer.fold(TEXTS, fold, 4);
            assertThat(split.training()).isNotEmpty().doesNotContainAnyElementsOf(split.validation());
            assertThat(split.training().size() + split.validation().size()).isEqualTo(TEXTS.size());
            validated.addAll(split.validation());
        }
        assertThat(validated).containsExactlyInAnyOrderElementsOf(TEXTS);
    }

    @Test
    void a_text_may_contain_quotes() throws IOException {
        Path file = file("label\tlang\tsource\ttext\nneutral\ten\tx\t\"He said \"\"no\"\n");
        assertThat(LabelledTexts.ofFile(file))
                .containsExactly(new LabelledText(Label.NEUTRAL, "en", "x", "\"He said \"\"no\""));
    }

    @Test
    void a_bad_line_is_told_by_its_number_with_the_remedy() throws IOException {
        refused("label\tlang\tsource\ttext\nneutral\ten\tx\ta\nbad\ten\tx\ta\n", "line 3", "write negative, neutral");
        refused("label\tlang\tsource\ttext\nneutral\ten\tx\n", "line 2", "3 fields");
        refused("label\tlang\tsource\ttext\nneutral\ten\tx\ta\tb\n", "line 2", "replace tabs");
        refused("label\tlang\tsource\ttext\nneutral\t\tx\ta\n", "line 2", "lang or source is empty");
        refused("label,lang\n", "line 1", "header");
    }

    @Test
    void the_measures_are_means_over_the_labels() {
        Scores scores = new Scores();
        LinearSentiment model = train(TEXTS);
        // 3 of 4 praising and 0 of 1 blaming texts are found; no neutral text, so the sign counts.
        for (String text : List.of("blorp 1", "blorp 2", "blorp 3", "zwick 4")) {
            scores.add(new LabelledText(Label.POSITIVE, "en", "x", text), model.judge(text, "en"));
        }
        scores.add(new LabelledText(Label.NEGATIVE, "en", "x", "blorp 5"), model.judge("blorp 5", "en"));
        Scores.Figures figures = scores.of("en", "x");
        assertThat(figures.bySign()).isTrue();
        assertThat(figures.macroRecall()).isEqualTo(0.75 / 2);
        assertThat(figures.macroF1()).isEqualTo(6.0 / 8 / 2);
        assertThat(figures.accuracy()).isEqualTo(3.0 / 5);
        assertThat(scores.render()).contains("sign of the score");
    }

    @Test
    void on_real_texts_it_does_better_than_the_baselines_it_is_compared_with() throws IOException {
        Path data = Path.of("../../../shared/data/sentiment");
        assumeThat(data)
                .as("skipped: the real texts are not at ../shared/data/sentiment")
                .isDirectory();
        List<LabelledText> texts = new ArrayList<>();
        for (String language : List.of("de", "pt", "es", "fr", "it", "ja")) {
            texts.addAll(LabelledTexts.ofFile(data.resolve(language + ".tsv")));
        }
        SentimentTrainer.Split split = SentimentTrainer.split(texts, 0.2);
        LinearSentiment model = train(split.training());
        Scores scores = new Scores();
        split.validation().forEach(text -> scores.add(text, model.judge(text.text(), text.language())));
        assertThat(scores.of("de", "umsab").macroF1()).isGreaterThan(0.62);
        assertThat(scores.of("pt", "umsab").macroF1()).isGreaterThan(0.55);
        assertThat(scores.of("es", "umsab").macroF1()).isGreaterThan(0.50);
        assertThat(scores.of("fr", "umsab").macroF1()).isGreaterThan(0.55);
        assertThat(scores.of("it", "umsab").macroF1()).isGreaterThan(0.55);
        assertThat(scores.of("ja", "jrte").macroF1()).isGreaterThan(0.70);
    }

    private void refused(String content, String... words) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> LabelledTexts.ofFile(file)).hasMessageContainingAll(words);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("texts.tsv"), content);
    }

    private static void read(byte[] bytes) throws IOException {
        ModelFile.read(new ByteArrayInputStream(bytes));
    }

    private static LinearSentiment train(List<LabelledText> texts) {
        return new SentimentTrainer(progress -> {}).train(texts);
    }

    /** Of drivers "sick" blames, of games it praises; so far apart that no phrase joins the two. */
    private static List<LabelledText> twoKinds() {
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            texts.add(made(Label.NEGATIVE, "road", "driver", "sick", i));
            texts.add(made(Label.POSITIVE, "road", "driver", "calm", i));
            texts.add(made(Label.POSITIVE, "games", "combo", "sick", i));
            texts.add(made(Label.NEGATIVE, "games", "combo", "calm", i));
        }
        return texts;
    }

    private static LabelledText made(Label label, String source, String first, String last, int number) {
        String between = String.format(Locale.ROOT, "%c %c %c", 'a' + number % 7, 'k' + number % 11, 'a' + number % 5);
        return new LabelledText(label, "en", source, first + " " + between + " one two " + last);
    }

    private static List<LabelledText> texts() {
        List<LabelledText> texts = new ArrayList<>();
        for (Label label : Label.values()) {
            String word = List.of("zwick", "thing", "blorp").get(label.ordinal());
            for (int i = 0; i < 40; i++) {
                String text = String.format(Locale.ROOT, "%s delivery number %c%c", word, 'a' + i % 7, 'k' + i % 11);
                texts.add(new LabelledText(label, "en", "made-up", text));
            }
        }
        return texts;
    }
}
