package io.replybeat.sandbox.cli;

import io.replybeat.care.sentiment.LabelledText;
import io.replybeat.care.sentiment.LabelledTexts;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.sentiment.Scores;
import io.replybeat.care.sentiment.SentimentTrainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the sentiment model and says how well it does on texts it has not seen. */
@Command(
        name = "train-sentiment",
        description = {
            "Train the sentiment model on labelled texts and say how well it does on some it has not seen.",
            "Reads all files *.tsv of a directory: label (negative, neutral, positive), lang, source, text;"
                    + " a header, tabs, no quoting."
        },
        footer = {
            "",
            "For the figures it is trained without the texts that judge it, for the file on all texts.",
            "A text is in the validation share by its hash, so that copies of it are on one side. Equal input, equal file.",
            "A source with at least 1000 texts in its group of languages, and every label and language of the group, is a"
                    + " kind of text with an expert of its own (three at most)."
        })
final class TrainSentimentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The directory of the labelled texts.")
    private Path data;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The model, replaced when it is there. Without it only the figures are printed.")
    private Path output;

    @Option(
            names = "--validation",
            defaultValue = "0.1",
            paramLabel = "SHARE",
            description = "Of the texts, kept apart for the figures; 0 skips them. Default: ${DEFAULT-VALUE}.")
    private double validation;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description =
                    "Instead of --validation: train N models, each judged by the Nth of the texts it has not seen; slower, surer.")
    private int folds;

    @Override
    public Integer call() throws IOException {
        if (!(validation >= 0 && validation <= 0.5)) {
            throw new ParameterException(spec.commandLine(), "--validation is a share from 0 to 0.5, such as 0.1");
        }
        if (folds != 0 && (folds < 2 || folds > 100)) {
            throw new ParameterException(spec.commandLine(), "--folds is a number from 2 to 100, such as 10");
        }
        if (validation == 0 && folds == 0 && output == null) {
            throw new ParameterException(spec.commandLine(), "--validation 0 without --output leaves nothing to do");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<LabelledText> texts = LabelledTexts.ofDirectory(data);
        SentimentTrainer trainer = new SentimentTrainer(this::tell);
        if (folds > 0) {
            crossValidate(trainer, texts, out);
        } else if (validation > 0) {
            validate(trainer, texts, out);
        }
        if (output != null) {
            tell("now on all %,d texts".formatted(texts.size()));
            byte[] model = trainer.train(texts).toBytes();
            Files.write(output, model);
            out.printf("%s: %,d bytes, trained on all %,d texts%n", output, model.length, texts.size());
        }
        out.flush();
        return 0;
    }

    private void validate(SentimentTrainer trainer, List<LabelledText> texts, PrintWriter out) {
        SentimentTrainer.Split split = SentimentTrainer.split(texts, validation);
        Scores scores = new Scores();
        judge(trainer, split, scores);
        out.printf(
                "Trained on %,d texts, judged by %,d others (%.0f %%, chosen by the hash of the text):%n%n",
                split.training().size(), split.validation().size(), 100 * validation);
        out.println(scores.render());
        out.flush();
    }

    private void crossValidate(SentimentTrainer trainer, List<LabelledText> texts, PrintWriter out) {
        Scores scores = new Scores();
        for (int fold = 0; fold < folds; fold++) {
            tell("fold %d of %d".formatted(fold + 1, folds));
            judge(trainer, SentimentTrainer.fold(texts, fold, folds), scores);
        }
        out.printf(
                "Each of %,d texts judged by a model trained on the others of %d folds (chosen by the hash of the text):%n%n",
                texts.size(), folds);
        out.println(scores.render());
        out.flush();
    }

    private static void judge(SentimentTrainer trainer, SentimentTrainer.Split split, Scores scores) {
        LinearSentiment model = trainer.train(split.training());
        split.validation().forEach(text -> scores.add(text, model.judge(text.text(), text.language())));
    }

    private void tell(String progress) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(progress);
        err.flush();
    }
}
