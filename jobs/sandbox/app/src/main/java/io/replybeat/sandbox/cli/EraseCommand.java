package io.replybeat.sandbox.cli;

import io.replybeat.schema.Topics;
import io.replybeat.stream.erase.Author;
import io.replybeat.stream.erase.AuthorErasure;
import io.replybeat.stream.erase.Erased;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the indices forget an author. */
@Command(
        name = "erase",
        description = {
            "Remove a customer's messages and handles from the indices, and say what was removed.",
            "Doing it again finds nothing left, also where it broke off. With privacy.pseudonymise, the same"
                    + " privacy.key finds the author's messages; --handle finds what others wrote to the author."
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

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "The network that gave the id (network of the events); needed where it is found on several.")
    private String network;

    @Option(names = "--brand", paramLabel = "NAME", description = "Only what was written to or by this brand.")
    private String brand;

    @Option(
            names = "--handle",
            paramLabel = "NAME",
            description = {
                "By which others mention the author, besides the handles stored with the author's messages.",
                "May be given again; needed where handles are stored as hashes."
            })
    private Set<String> handles = new LinkedHashSet<>();

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
            Erased erased = erasure.erase(new Author(author, network, brand, handles), dryRun);
            tell(erased, options, out);
            tellWhatIsLeft(erased, out);
            if (!dryRun && !erased.isNothing()) {
                tellWhatIsNotTouched(options, out);
            }
        } finally {
            out.flush();
        }
    }

    private void tell(Erased erased, JobOptions options, PrintWriter out) {
        if (erased.isNothing()) {
            out.println("Nothing of author " + author + where() + " is in the indices " + prefix(options) + "-*.");
        } else {
            String done = dryRun ? "would be " : "";
            out.printf("%,d messages of author %s %sdeleted%n", erased.messages(), author, done);
            out.printf("%,d messages of others %srewritten without the author's handle%n", erased.mentions(), done);
            out.printf("%,d rejected records that name the author %sdeleted%n", erased.rejected(), done);
            out.printf("%,d callouts %srewritten without the author%n", erased.callouts(), done);
        }
    }

    private static void tellWhatIsLeft(Erased erased, PrintWriter out) {
        if (!erased.otherNetworks().isEmpty()) {
            out.println("The id is also found on " + String.join(", ", erased.otherNetworks())
                    + ", maybe of somebody else; --network says which is meant.");
        }
        if (!erased.brandHandles().isEmpty()) {
            out.println("Left in all texts, because agents or bots write under it: @"
                    + String.join(", @", new TreeSet<>(erased.brandHandles())));
        }
        if (erased.cut() > 0) {
            out.printf(
                    "%,d other rejected records are stored without their end; whether that names the author is not known.%n",
                    erased.cut());
        }
        if (erased.handlesHidden()) {
            out.println("All handles of the author are stored as hashes, so no mention by others could be looked for:"
                    + " run it with --network and --handle.");
        }
        if (!erased.finished()) {
            out.println("Messages arrived as fast as they were removed; run it again.");
        }
    }

    private static void tellWhatIsNotTouched(JobOptions options, PrintWriter out) {
        out.printf(
                """
                Run it again after a restart of the job or a replay: what the job had read before, it may write again;
                a callout that still runs names the author again when it grows.
                Facts, conversations and windows hold no customer's id. Not touched:
                  the topics %s, %s and %s, until their retention has removed it
                  checkpoints and savepoints, until newer ones replace them
                  files that backfill wrote
                """,
                options.get(Options.KAFKA_TOPIC),
                options.get(Options.KAFKA_DEAD_LETTER_TOPIC),
                Topics.UNDELIVERABLE_DOCUMENTS.name());
    }

    private String where() {
        return (network == null ? "" : " on " + network) + (brand == null ? "" : " for " + brand);
    }

    private static String prefix(JobOptions options) {
        return options.get(Options.ELASTICSEARCH_INDEX_PREFIX);
    }
}
