package io.replybeat.care.watch;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertPolicy;
import io.replybeat.care.alert.Incident;
import io.replybeat.care.alert.Measure;
import io.replybeat.care.alert.Report;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Sighting;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.document.Instants;
import io.replybeat.care.watch.Owed.Phase;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Are answers to the customers of a brand and tier nearly overdue, or overdue?
 *
 * <p>One alert for all conversations of the tier, not one a conversation: it fires at the very instant at which the first one gets
 * late, is told again when there are twice as many, and ends when all are answered. It counts; which conversations there are the
 * caller keeps. Mutable, small.
 */
public final class TierWatch {

    /** Twice as many as were told are worth telling again. */
    private static final int TOLD_AGAIN = 2;

    private static final int MOST_NAMED = 10;

    /** Those in one phase, what was told of them, and the alert. */
    private static final class Watched {
        final Rule rule;
        final Phase phase;
        final Severity severity;
        Incident incident = new Incident();
        int count;
        int told;

        Watched(Rule rule, Phase phase, Severity severity) {
            this.rule = rule;
            this.phase = phase;
            this.severity = severity;
        }
    }

    private final List<Watched> watched = List.of(
            new Watched(Rule.SLA_AT_RISK, Phase.AT_RISK, Severity.WARNING),
            new Watched(Rule.SLA_BREACHED, Phase.OVERDUE, Severity.CRITICAL));

    /** Which brand and tier, and when it wants to be told. */
    public record Desk(String brand, int tier, AlertPolicy policy) {

        Subject subject() {
            return Subject.tier(tier);
        }
    }

    /** A target entered a phase, or left one. */
    public void entered(Phase phase) {
        watched.stream().filter(each -> each.phase == phase).forEach(each -> each.count++);
    }

    public void left(Phase phase) {
        watched.stream().filter(each -> each.phase == phase).forEach(each -> each.count--);
    }

    /**
     * What there is to tell at this instant; instants come in their order.
     *
     * @param owed all that is owed now; asked only if there is something to tell
     */
    public List<Alert> look(Desk desk, long at, Supplier<List<Owed>> owed) {
        List<Alert> alerts = new ArrayList<>();
        for (Watched each : watched) {
            Optional<Alert> alert =
                    each.incident.look(look(desk, at, each), subject -> report(desk, at, each, owed.get()));
            alert.ifPresent(told -> {
                each.told = each.count;
                alerts.add(told);
            });
        }
        return alerts;
    }

    /** When to look again though nothing changes, or {@link Long#MAX_VALUE}. */
    public long nextLook(Desk desk, long at) {
        long next = Long.MAX_VALUE;
        for (Watched each : watched) {
            next = Math.min(next, each.incident.nextLook(look(desk, at, each)));
        }
        return next;
    }

    /** Too few are none: neither do they begin an alert nor keep it from ending. */
    private static Incident.Look look(Desk desk, long at, Watched each) {
        each.told = Math.min(each.told, TOLD_AGAIN * each.count);
        boolean starts = each.incident.isOver() || each.count >= TOLD_AGAIN * Math.max(1, each.told);
        List<Sighting> sightings = each.count < Math.max(1, desk.policy().slaMinimum())
                ? List.of()
                : List.of(new Sighting(desk.subject(), starts, true, false, true, each.severity, each.count));
        return new Incident.Look(
                each.rule, desk.brand(), at, at, sightings, desk.policy().atOnce());
    }

    private static Report report(Desk desk, long at, Watched each, List<Owed> all) {
        List<Owed> late = all.stream()
                .filter(owed -> owed.at(at) == each.phase)
                .sorted(Owed.OLDEST)
                .toList();
        return new Report(
                Measure.counted("answers", late.size(), desk.policy().slaMinimum()),
                why(desk, each, late),
                late.stream()
                        .map(owed -> owed.target().id())
                        .distinct()
                        .limit(MOST_NAMED)
                        .toList(),
                late.stream()
                        .map(owed -> owed.begin().conversationId())
                        .distinct()
                        .limit(MOST_NAMED)
                        .toList(),
                List.of());
    }

    private static String why(Desk desk, Watched each, List<Owed> late) {
        String first = late.stream()
                .findFirst()
                .map(oldest -> Say.words(
                        " First: the %s in %s, asked for at %s, due at %s.",
                        oldest.target().target().word().replace('_', ' '),
                        oldest.begin().conversationId(),
                        Instants.text(oldest.target().since()),
                        Instants.text(oldest.target().dueAt())))
                .orElse("");
        return Say.words(
                "%d %s %s in %s.%s",
                late.size(),
                late.size() == 1 ? "answer is" : "answers are",
                each.phase == Phase.OVERDUE ? "overdue" : "nearly overdue",
                desk.tier() == 0 ? "conversations without a tier" : "tier " + desk.tier(),
                first);
    }

    /** Version, then both in their order. */
    public enum TierWatchCodec implements Codec<TierWatch> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(TierWatch watch, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            for (Watched each : watch.watched) {
                Incident.IncidentCodec.CODEC.write(each.incident, out);
                Wire.writeVarLong(each.count, out);
                Wire.writeVarLong(each.told, out);
            }
        }

        @Override
        public TierWatch read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("tier of version " + version + ", this build reads up to " + VERSION);
            }
            TierWatch watch = new TierWatch();
            for (Watched each : watch.watched) {
                each.incident = Incident.IncidentCodec.CODEC.read(in);
                each.count = (int) Wire.readVarLong(in);
                each.told = (int) Wire.readVarLong(in);
            }
            return watch;
        }
    }
}
