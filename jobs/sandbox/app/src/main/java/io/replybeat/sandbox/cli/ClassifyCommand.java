package io.replybeat.sandbox.cli;

import io.replybeat.care.config.ConfigTree;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.language.LanguageDetector;
import io.replybeat.care.sentiment.Explanation;
import io.replybeat.care.sentiment.LinearSentiment;
import io.replybeat.care.topic.Classification;
import io.replybeat.care.topic.Match;
import io.replybeat.care.topic.Taxonomy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what is understood of a text, and why. */
@Command(
        name = "classify",
        description = {
            "Print language, sentiment, topics and tier of a text, and why.",
            "To change the rules, write the shipped ones to a file, edit it, and try it with --taxonomy."
        },
        footer = {
            "",
            "  replybeat classify --text \"You charged me twice!\"",
            "  replybeat classify --print-taxonomy > my-taxonomy.yaml"
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final int MOST_TERMS = 6;
    /** What moves the odds by less than a twentieth is no reason. */
    private static final double LEAST = 0.05;

    private static final class What {
        @Option(names = "--text", paramLabel = "TEXT", description = "What somebody wrote.")
        private String text;

        @Option(names = "--print-taxonomy", description = "Print the rules that are shipped, in YAML, instead.")
        private boolean printTaxonomy;
    }

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "The language as the source gives it. Default: it is worked out.")
    private String language;

    @Option(names = "--taxonomy", paramLabel = "FILE", description = "Your rules. Default: the ones that are shipped.")
    private Path taxonomy;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A model of train-sentiment. Default: the one that comes with Replybeat.")
    private Path model;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (what.printTaxonomy) {
            out.print(Taxonomy.shippedText());
        } else {
            // Whatever is wrong with a file is told before half of an answer.
            LinearSentiment judge = model == null ? LinearSentiment.shipped() : LinearSentiment.read(model);
            Taxonomy rules = taxonomy == null ? Taxonomy.shipped() : Taxonomy.read(ConfigTree.read(taxonomy));
            String tongue =
                    language != null ? language : LanguageDetector.shipped().detect(what.text);
            out.printf("language   %s   %s%n", tongue, language != null ? "as given" : "by its letters and words");
            tone(judge, tongue, out);
            topics(rules, tongue, out);
        }
        out.flush();
        return 0;
    }

    private void tone(LinearSentiment judge, String tongue, PrintWriter out) {
        Sentiment sentiment = judge.judge(what.text, tongue);
        out.printf(
                Locale.ROOT,
                "sentiment  %s   score %+.2f%n",
                sentiment.label().name().toLowerCase(Locale.ROOT),
                sentiment.score());
        Explanation why = judge.explain(what.text, tongue);
        String terms = why.terms().stream()
                .filter(term -> Math.abs(term.contribution()) >= LEAST)
                .limit(MOST_TERMS)
                .map(term -> String.format(Locale.ROOT, "%s %+.2f", term.term(), term.contribution()))
                .collect(Collectors.joining(" · "));
        out.printf(Locale.ROOT, "           because: %s%n", terms.isEmpty() ? "no word speaks for either side" : terms);
    }

    private void topics(Taxonomy rules, String tongue, PrintWriter out) {
        Classification found = rules.classify(what.text, tongue);
        if (found.matches().isEmpty()) {
            out.println("topic      none   no rule matches");
            return;
        }
        out.printf(
                "topic      %s%n",
                found.matches().stream().map(Match::path).distinct().collect(Collectors.joining(", ")));
        for (Match match : found.matches()) {
            out.printf(
                    "           because: \"%s\" is a phrase of %s (rule: %s)%n",
                    what.text.substring(match.start(), match.end()), match.path(), match.phrase());
        }
        out.printf(
                "tier       %s%n",
                found.tier() == 0 ? "none" : found.tier() + by(found, path -> rules.tierOf(path) == found.tier()));
        if (found.mustNotWait()) {
            out.printf("must not wait%s%n", by(found, rules::mustNotWait));
        }
    }

    /** The first that says so, of the gravest topic. */
    private static String by(Classification found, Predicate<String> path) {
        return found.matches().stream()
                .filter(match -> path.test(match.path()))
                .findFirst()
                .map(match -> "   by %s (rule: %s)".formatted(match.path(), match.phrase()))
                .orElse("");
    }
}
