package io.replybeat.sandbox.cli;

import io.replybeat.stream.erase.AuthorErasure;
import io.replybeat.stream.erase.AuthorErasure.Erased;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the indices forget an author. */
@Command(
        name = "erase",
        description = {
            "Remove an author's messages and handles from the indices, and say what was removed.",
            "Doing it again finds nothing left. With privacy.pseudonymise, the same privacy.key finds the author."
        },
        footer = {"", "Every option of the job works here too; `replybeat config print --help` lists them."})
final class EraseCommand implements Runnable, TakesJobOptions {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JobFlags job;

    @Option(
            names = "--author",
            required = true,
            paramLabel = "ID",
            description = "The author's id as the network gives it (author.id of the events).")
    private String author;

    @Option(names = "--dry-run", description = "Say what would be removed, change nothing.")
    private boolean dryRun;

    @Override
    public JobFlags jobFlags() {
        return job;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        JobOptions options = job.options();
        try (AuthorErasure erasure = AuthorErasure.of(options)) {
            Erased erased = erasure.erase(author, dryRun);
            tell(erased, options, out);
        } finally {
            out.flush();
        }
    }

    private void tell(Erased erased, JobOptions options, PrintWriter out) {
        if (erased.isNothing()) {
            out.println("Nothing of author " + author + " is in the indices " + prefix(options) + "-*.");
        } else {
            String done = dryRun ? "would be " : "";
            out.printf("%,d messages of author %s %sdeleted%n", erased.messages(), author, done);
            out.printf("%,d messages of others %srewritten without the author's handle%n", erased.mentions(), done);
            out.printf("%,d rejected records that name the author %sdeleted%n", erased.rejected(), done);
        }
        out.printf(
                "Facts, conversations and windows hold no customer's id. Not touched: the events in Kafka (%s, %s);%n"
                        + "a replay brings them back until the topics' retention has removed them.%n",
                options.get(Options.KAFKA_TOPIC), options.get(Options.KAFKA_DEAD_LETTER_TOPIC));
    }

    private static String prefix(JobOptions options) {
        return options.get(Options.ELASTICSEARCH_INDEX_PREFIX);
    }
}
