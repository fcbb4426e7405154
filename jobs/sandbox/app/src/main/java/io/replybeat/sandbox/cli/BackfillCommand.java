package io.replybeat.sandbox.cli;

import io.replybeat.sandbox.backfill.Backfill;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the pipelines over files of events and writes the documents to files. */
@Command(
        name = "backfill",
        description = {
            "Compute all results of a history of events, from files into files.",
            "Writes one KIND.jsonl for each kind of document, sorted by id, with the fields they have in Elasticsearch."
        },
        footer = {
            "",
            "Without --as-of, the time of the last event is the instant at which waits and service levels are judged.",
            "Every option of the job works here too; `replybeat config print --help` lists them."
        })
final class BackfillCommand implements Callable<Integer>, TakesJobOptions {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JobFlags job;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE|DIR",
            description = {
                "Events as JSON Lines, one file (may be .gz) or all such files below a directory.",
                "docs/events.md has their fields and examples; `replybeat simulate` writes more."
            })
    private Path input;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Where the documents go; files of an earlier run are replaced.")
    private Path output;

    @Override
    public JobFlags jobFlags() {
        return job;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Backfill.Input history = Backfill.Input.at(input);
        keepApart(history);
        Backfill backfill = new Backfill(history, output, job.options());
        Backfill.Result result = backfill.run((read, all, events) -> {
            err.println(progress(read, all, events));
            err.flush();
        });
        print(result, out);
        return 0;
    }

    /** Documents written over the events they are made of, or read as events by the next run, would be a pity. */
    private void keepApart(Backfill.Input history) {
        Path target = output.toAbsolutePath().normalize();
        for (Path file : history.files()) {
            if (file.startsWith(target)) {
                throw new ParameterException(
                        spec.commandLine(),
                        file + " is read and lies in the output directory " + target
                                + "; give --output a directory of its own");
            }
        }
    }

    static String progress(long read, long all, long events) {
        // Of a compressed file only the packed size is known.
        String share = read > all ? "" : " (%d %%)".formatted(all == 0 ? 100 : 100 * read / all);
        if (read == all) {
            share += "; computing and writing";
        }
        return String.format(Locale.ROOT, "read %,d events, %,d MiB%s", events, read >> 20, share);
    }

    private void print(Backfill.Result result, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d events in %.1f s",
                result.events(),
                result.took().toMillis() / 1000.0);
        out.printf(Locale.ROOT, ", %,d rejected, %,d after --as-of left out%n", result.rejected(), result.leftOut());
        result.documents()
                .forEach((kind, count) -> out.printf(
                        Locale.ROOT,
                        "  %-14s %,10d  %s%n",
                        kind.word(),
                        count,
                        output.resolve(kind.word() + ".jsonl")));
        if (!result.firstResponses().lines().isEmpty()) {
            out.printf(
                    "%nfirst responses by brand; the median of an even number is the mean of the two in the middle%n");
            out.print(result.firstResponses().render());
        }
        if (result.rejected() > 0) {
            out.printf("%nWhy records were rejected: %s%n", output.resolve("rejected.jsonl"));
        }
        out.flush();
    }
}
