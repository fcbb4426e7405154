package io.replybeat.sandbox.cli;

import io.replybeat.sandbox.importer.CareDialogs;
import io.replybeat.sandbox.importer.ImportProgress;
import io.replybeat.sandbox.importer.ImportReport;
import io.replybeat.sandbox.importer.Importer;
import io.replybeat.sandbox.importer.Pheme;
import io.replybeat.sandbox.importer.Twcs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Turns public data sets of care conversations into care events. */
@Command(
        name = "import",
        description = "Turn a public data set of care conversations into care events, as JSON Lines.",
        subcommands = {ImportCommand.OfTwcs.class, ImportCommand.OfCareDialogs.class, ImportCommand.OfPheme.class})
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to import:");
    }

    @Command(
            name = "twcs",
            description = {
                "Import \"Customer Support on Twitter\": tweet_id, author_id, inbound, created_at, text,"
                        + " response_tweet_id, in_response_to_tweet_id.",
                "A conversation is a chain of replies and one company, which is the brand."
            })
    static final class OfTwcs extends OfFile {
        @Mixin
        private CsvInput file;

        @Override
        Path input() {
            return file.input;
        }

        @Override
        Importer importer() {
            return new Twcs();
        }
    }

    @Command(
            name = "care-dialogs",
            description = "Import a table of dialogs: ts_utc, company, conversation, role (client or agent), text.")
    static final class OfCareDialogs extends OfFile {
        @Mixin
        private CsvInput file;

        @Override
        Path input() {
            return file.input;
        }

        @Override
        Importer importer() {
            return new CareDialogs();
        }
    }

    @Command(
            name = "pheme",
            description = {
                "Import threads of tweets in the PHEME/RumourEval layout as callouts about a brand.",
                "A thread (source-tweet or source-tweets, replies or reactions) is a conversation; its source is taken as"
                        + " negative, its replies as the model reads them."
            },
            footer = {
                "",
                "A thread lies at any depth, with either name for each directory:",
                "  DIR/EVENT/rumours/THREAD/source-tweets/ID.json   or  source-tweet/",
                "  DIR/EVENT/rumours/THREAD/reactions/ID.json ...   or  replies/",
                "  DIR/EVENT/rumours/THREAD/structure.json          may be missing",
                "A file that cannot be read is skipped and named.",
                "",
                "Then: replybeat backfill --input events.jsonl --output results --as-of INSTANT; what was imported says which."
            })
    static final class OfPheme extends OfFile {
        @Option(
                names = "--input",
                required = true,
                paramLabel = "DIR",
                description = "The directory with the threads below it.")
        private Path directory;

        @Option(names = "--brand", required = true, paramLabel = "NAME", description = "Whom the threads are about.")
        private String brand;

        @Override
        Path input() {
            return directory;
        }

        @Override
        Importer importer() {
            return new Pheme(brand);
        }
    }

    static final class CsvInput {
        @Option(names = "--input", required = true, paramLabel = "FILE", description = "The CSV file.")
        private Path input;
    }

    abstract static class OfFile implements Runnable {
        /** Enough to see what is wrong with a file, not so much that the summary scrolls away. */
        private static final int SKIPS_SHOWN = 10;

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--output",
                required = true,
                paramLabel = "FILE",
                description = "The events, one a line; replaced when it is there.")
        private Path output;

        abstract Path input();

        abstract Importer importer();

        @Override
        public void run() {
            PrintWriter err = spec.commandLine().getErr();
            try {
                ImportReport report = importer().run(input(), output, progressOn(err));
                report.skipped().stream().limit(SKIPS_SHOWN).forEach(skipped -> err.println("skipped " + skipped));
                if (report.skippedRows() > SKIPS_SHOWN) {
                    err.printf("… and %,d more%n", report.skippedRows() - SKIPS_SHOWN);
                }
                spec.commandLine().getOut().println(output + ": " + report);
                if (report.advice() != null) {
                    spec.commandLine().getOut().println(report.advice());
                }
            } catch (IOException e) {
                throw new IllegalStateException("importing " + input() + " to " + output + " failed", e);
            } finally {
                spec.commandLine().getOut().flush();
                err.flush();
            }
        }

        private static ImportProgress progressOn(PrintWriter err) {
            return new ImportProgress() {
                @Override
                public void rows(String stage, long rows) {
                    err.printf("%s: %,d rows%n", stage, rows);
                    err.flush();
                }

                @Override
                public void skipped(long line, String reason) {}
            };
        }
    }
}
