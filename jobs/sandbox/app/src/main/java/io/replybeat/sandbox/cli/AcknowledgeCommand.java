package io.replybeat.sandbox.cli;

import io.replybeat.stream.acknowledge.Acknowledgements;
import io.replybeat.stream.acknowledge.Outcome;
import io.replybeat.stream.acknowledge.Outcome.Acknowledged;
import io.replybeat.stream.acknowledge.Outcome.AlreadyAcknowledged;
import io.replybeat.stream.acknowledge.Withdrawal;
import io.replybeat.stream.acknowledge.Withdrawal.SomebodyElses;
import io.replybeat.stream.acknowledge.Withdrawal.Withdrawn;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says that somebody looks after an alert. */
@Command(
        name = "acknowledge",
        description = {
            "Say that somebody looks after an alert; no later moment of it and no replay loses that.",
            "Whoever is first keeps it; who comes second is told by whom and since when."
        },
        footer = {"", "Every option of the job works here too; `replybeat config print --help` lists them."})
final class AcknowledgeCommand implements Callable<Integer>, TakesJobOptions {
    private static final int DONE = 0;
    private static final int NOTHING_CHANGED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobFlags job;

    @Option(
            names = "--alert",
            required = true,
            paramLabel = "ID",
            description = "The alert's id, in quotes: it holds |.")
    private String alert;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who looks after it.")
    private String by;

    @Option(names = "--note", paramLabel = "TEXT", description = "What there is to say to it; no customer's name.")
    private String note;

    @Option(names = "--undo", description = "Take back what --by acknowledged, nobody else's.")
    private boolean undo;

    @Override
    public JobFlags jobFlags() {
        return job;
    }

    @Override
    public Integer call() {
        if (undo && note != null) {
            throw new ParameterException(spec.commandLine(), "--undo keeps no --note; leave one of them out.");
        }
        try (Acknowledgements acknowledgements = Acknowledgements.of(job.options())) {
            return undo
                    ? tell(acknowledgements.unacknowledge(alert, by))
                    : tell(acknowledgements.acknowledge(alert, by, Instant.now(), note));
        }
    }

    private int tell(Outcome outcome) {
        if (outcome instanceof Acknowledged done) {
            return done("%s acknowledged by %s at %s."
                    .formatted(
                            alert,
                            done.acknowledgement().by(),
                            done.acknowledgement().at()));
        }
        if (outcome instanceof AlreadyAcknowledged first) {
            return nothingChanged(
                    "%s was acknowledged already, by %s at %s; that stays. --by \"%s\" --undo takes it back."
                            .formatted(alert, first.by(), first.at(), first.by()));
        }
        return nothingChanged(
                "There is no alert %s. Give the id field of an alert, in quotes: it holds |; and check".formatted(alert)
                        + " elasticsearch.index-prefix.");
    }

    private int tell(Withdrawal withdrawal) {
        if (withdrawal instanceof Withdrawn done) {
            return done("%s is no longer acknowledged; %s had been looking after it since %s."
                    .formatted(
                            alert,
                            done.acknowledgement().by(),
                            done.acknowledgement().at()));
        }
        if (withdrawal instanceof SomebodyElses theirs) {
            return nothingChanged(
                    "%s was acknowledged by %s at %s, not by %s; that stays. --by \"%s\" --undo takes it back."
                            .formatted(alert, theirs.by(), theirs.at(), by, theirs.by()));
        }
        return nothingChanged("%s is not acknowledged; there is nothing to take back.".formatted(alert));
    }

    private int done(String sentence) {
        return print(spec.commandLine().getOut(), sentence, DONE);
    }

    private int nothingChanged(String sentence) {
        return print(spec.commandLine().getErr(), sentence, NOTHING_CHANGED);
    }

    private static int print(PrintWriter writer, String sentence, int exitCode) {
        writer.println(sentence);
        writer.flush();
        return exitCode;
    }
}
