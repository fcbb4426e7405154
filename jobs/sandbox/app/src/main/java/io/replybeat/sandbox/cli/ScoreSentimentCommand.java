package io.replybeat.sandbox.cli;

import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.sentiment.LabelledText;
import io.replybeat.care.sentiment.LabelledTexts;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.sentiment.Scores;
import io.replybeat.care.sentiment.SentimentModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges labelled texts and says how often the model agrees with the labels. */
@Command(
        name = "score-sentiment",
        description = {
            "Judge the sentiment of labelled texts and print, by language and source, how well the model agrees.",
            "Columns: label, lang, source, text; the output adds predicted and score (-1 to 1). Tabs, no quoting."
        },
        footer = {"", "Sets without a neutral text are judged by the sign of the score."})
final class ScoreSentimentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "The labelled texts, with a header.")
    private Path input;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The texts with predicted and score, in the same order; replaced when it is there.")
    private Path output;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A model of train-sentiment. Default: the one that comes with Replybeat.")
    private Path model;

    @Override
    public Integer call() throws IOException {
        if (output.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--output is the file that is read; give it another name, or the labels are lost");
        }
        List<LabelledText> texts = LabelledTexts.ofFile(input);
        SentimentModel judge = model == null ? LinearSentiment.shipped() : LinearSentiment.read(model);
        Scores scores = new Scores();
        try (BufferedWriter lines = Files.newBufferedWriter(output)) {
            lines.write("label\tlang\tsource\ttext\tpredicted\tscore\n");
            for (LabelledText text : texts) {
                Sentiment sentiment = judge.judge(text.text(), text.language());
                scores.add(text, sentiment);
                lines.write(line(text, sentiment));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(scores.render());
        out.flush();
        return 0;
    }

    private static String line(LabelledText text, Sentiment sentiment) {
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%s\t%s\t%.4f%n",
                word(text.label()),
                text.language(),
                text.source(),
                text.text(),
                word(sentiment.label()),
                sentiment.score());
    }

    private static String word(Sentiment.Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }
}
