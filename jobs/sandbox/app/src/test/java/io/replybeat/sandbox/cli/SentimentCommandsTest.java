package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentCommandsTest {
    private static final String HEADER = "label\tlang\tsource\ttext\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void scored_texts_keep_their_order_and_quotes_and_gain_two_columns() throws IOException {
        Path input = write(
                "in.tsv",
                HEADER
                        + "positive\ten\tx\t\"Thank you so much, great service!\n"
                        + "negative\ten\tx\tworst airline ever, lost my bag\n"
                        + "neutral\ten\tx\tWhat time does the store open on Sunday?\n"
                        + "negative\tzh\ty\t太难吃了，差评\n");
        Path output = directory.resolve("out.tsv");
        assertThat(run("score-sentiment", "--input", input.toString(), "--output", output.toString()))
                .as(err.toString())
                .isZero();
        List<String> lines = Files.readAllLines(output);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("label\tlang\tsource\ttext\tpredicted\tscore");
        assertThat(lines.get(1)).startsWith("positive\ten\tx\t\"Thank you so much, great service!\tpositive\t0.");
        assertThat(lines.get(2)).contains("\tnegative\t-0.");
        assertThat(out.toString())
                .containsPattern("en +x +3 +1\\.000 +1\\.000 +1\\.000")
                .containsPattern("zh +y +1 .*sign of the score");
    }

    @Test
    void the_texts_are_not_written_over() throws IOException {
        Path input = directory.resolve("texts.tsv");
        Files.writeString(input, "label\tlang\tsource\ttext\npositive\ten\tours\tThank you!\n");
        assertThat(run("score-sentiment", "--input", input.toString(), "--output", input.toString()))
                .isEqualTo(2);
        assertThat(Files.readString(input)).doesNotContain("predicted");
    }

    @Test
    void a_bad_line_is_told_and_nothing_is_written() throws IOException {
        Path input = write("in.tsv", HEADER + "positive\ten\tx\tfine\ngood\ten\tx\tfine\n");
        Path output = directory.resolve("out.tsv");
        assertThat(run("score-sentiment", "--input", input.toString(), "--output", output.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("in.tsv line 3").contains("write negative, neutral or positive");
        assertThat(output).doesNotExist();
    }

    @Test
    void a_trained_model_is_judged_by_texts_it_has_not_seen_and_can_score() throws IOException {
        StringBuilder texts = new StringBuilder(HEADER);
        for (int i = 0; i < 100; i++) {
            texts.append("positive\ten\tmade-up\tblorp number " + (char) ('a' + i % 20) + i + "\n");
            texts.append("negative\ten\tmade-up\tzwick number " + (char) ('a' + i % 20) + i + "\n");
        }
        Path input = write("data.tsv", texts.toString());
        Path model = directory.resolve("m.model");
        assertThat(run("train-sentiment", "--data", directory.toString(), "--output", model.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("chosen by the hash of the text")
                .containsPattern("en +made-up")
                .contains("trained on all 200 texts");
        Path scored = directory.resolve("scored");
        assertThat(run(
                        "score-sentiment",
                        "--input",
                        input.toString(),
                        "--output",
                        scored.toString(),
                        "--model",
                        model.toString()))
                .isZero();
        assertThat(Files.readString(scored)).contains("\tpositive\t0.").contains("\tnegative\t-0.");
    }

    @Test
    void with_folds_every_text_is_judged_by_a_model_that_has_not_seen_it() throws IOException {
        StringBuilder texts = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            // Each text but its last word says the same; that word is in no other text.
            texts.append("positive\ten\tmade-up\tblorp w" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "\n");
            texts.append("negative\ten\tmade-up\tzwick v" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "\n");
        }
        write("data.tsv", texts.toString());
        assertThat(run("train-sentiment", "--data", directory.toString(), "--folds", "3"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("fold 1 of 3").contains("fold 3 of 3");
        assertThat(out.toString())
                .contains("Each of 120 texts judged by a model trained on the others of 3 folds")
                .containsPattern("en +made-up +120 +1\\.000");
    }

    @Test
    void one_fold_is_refused() {
        assertThat(run("train-sentiment", "--data", directory.toString(), "--folds", "1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--folds is a number from 2 to 100");
    }

    @Test
    void a_share_that_is_none_is_refused() {
        assertThat(run("train-sentiment", "--data", directory.toString(), "--validation", "2"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--validation is a share from 0 to 0.5");
    }

    @Test
    void a_directory_without_texts_is_told() {
        assertThat(run("train-sentiment", "--data", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("has no file *.tsv");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private int run(String... arguments) {
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
