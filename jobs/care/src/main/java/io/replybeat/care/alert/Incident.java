package io.replybeat.care.alert;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.document.Instants;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Is there something to tell about a rule of a brand: does an alert fire, grow, end?
 *
 * <pre>
 *   usual ──starts──▶ unusual ──enough, for long enough, no cool-down──▶ firing ──usual for the all-clear──▶ resolved
 *     ▲                  │                                               │  ▲                                   │
 *     ╰──────────────────╯ usual for the all-clear     another slice, or ╰──╯ worse: updated        cool-down ◀─╯
 * </pre>
 *
 * <p>One alert at a time: what becomes unusual in other slices while it fires joins it. Looks come in the order of their
 * instants; the same looks give the same alerts. Mutable, small.
 */
public final class Incident {

    /** A mute may end at any time; so often it is looked whether it has. */
    private static final long LOOK_AGAIN_WHILE_MUTED = 300_000;

    /** The brand before its parts; of parts the most unusual. */
    private static final Comparator<Sighting> FOREMOST = Comparator.comparing(
                    (Sighting each) -> each.subject().cut())
            .thenComparing(Comparator.comparingDouble(Sighting::rank).reversed())
            .thenComparing(Sighting::subject);

    private final Map<Subject, Life> lives = new TreeMap<>();
    /** The alert that fires, as it was told last; null while none does. */
    private Alert told;

    /** Whether people were called for it, not only records kept. */
    private boolean heard;

    private long coolUntil = NONE;

    /** What was looked at from {@code from} to {@code at} (milliseconds); a slice without a sighting looks usual. */
    public record Look(Rule rule, String brand, long from, long at, List<Sighting> sightings, AlertPolicy policy) {

        boolean isMuted() {
            return policy.isMuted(rule, at);
        }
    }

    /** Whether nothing is unusual: until something starts, looking finds nothing. */
    public boolean isOver() {
        return lives.isEmpty() && told == null;
    }

    public boolean isFiring() {
        return told != null;
    }

    /**
     * The next moment of the alert's life, if there is one now.
     *
     * @param report asked only for the slice that the alert is named after, and only if there is something to tell
     */
    public Optional<Alert> look(Look look, Function<Subject, Report> report) {
        note(look);
        return told == null ? mayFire(look, report) : goOn(look, report);
    }

    /** The end of what fires, because nobody will look any more. */
    public Optional<Alert> giveUp(long at) {
        return told == null ? Optional.empty() : Optional.of(end(at));
    }

    /** When to look again though nothing happens, or {@link Long#MAX_VALUE}. */
    public long nextLook(Look last) {
        long next = told != null && told.muted() ? onTheGridAfter(last.at) : Long.MAX_VALUE;
        if (told == null && coolUntil > last.at && !lives.isEmpty()) {
            next = coolUntil;
        }
        for (Life life : lives.values()) {
            next = Math.min(next, life.nextChange(last.at, last.policy));
        }
        return next;
    }

    /** Whoever looks at whatever instant looks again at the same one. */
    private static long onTheGridAfter(long at) {
        return (Math.floorDiv(at, LOOK_AGAIN_WHILE_MUTED) + 1) * LOOK_AGAIN_WHILE_MUTED;
    }

    private void note(Look look) {
        Map<Subject, Life> unseen = new TreeMap<>(lives);
        for (Sighting sighting : look.sightings) {
            unseen.remove(sighting.subject());
            if (sighting.starts()) {
                lives.putIfAbsent(sighting.subject(), new Life(look.from));
            }
            Life life = lives.get(sighting.subject());
            if (life != null && sighting.known()) {
                life.note(sighting, look.from);
            }
        }
        unseen.values().forEach(life -> life.clear(look.from));
        lives.values().removeIf(life -> life.isOver(look.at, look.policy));
    }

    private Optional<Alert> mayFire(Look look, Function<Subject, Report> report) {
        if (coolUntil != NONE && look.at < coolUntil) {
            return Optional.empty();
        }
        return look.sightings.stream()
                .filter(sighting -> sighting.known() && isReady(sighting.subject(), look))
                .min(FOREMOST)
                .map(lead -> fire(look, lead, report.apply(lead.subject())));
    }

    private Alert fire(Look look, Sighting lead, Report report) {
        List<Subject> joined = ready(look, List.of(lead.subject()));
        heard = !look.isMuted();
        told = new Alert(
                look.rule,
                look.brand,
                lead.subject(),
                lives.get(lead.subject()).since,
                look.at,
                look.at,
                NONE,
                Change.FIRED,
                1,
                severity(look, lead.severity(), with(joined, lead.subject())),
                !heard,
                report.measure(),
                report.why(),
                report.evidence(joined));
        return told;
    }

    private Optional<Alert> goOn(Look look, Function<Subject, Report> report) {
        List<Subject> members = with(told.evidence().joined(), told.subject());
        if (members.stream().noneMatch(lives::containsKey)) {
            return Optional.of(resolve(look));
        }
        List<Subject> joining = ready(look, members);
        Severity severity = severity(look, told.severity(), with(members, joining));
        boolean unmuted = told.muted() && !look.isMuted();
        boolean first = unmuted && !heard;
        boolean worse = severity != told.severity()
                || look.sightings.stream().anyMatch(each -> each.starts() && members.contains(each.subject()));
        if (joining.isEmpty() && !worse && !unmuted) {
            return Optional.empty();
        }
        heard |= !look.isMuted();
        boolean goesOn = look.sightings.stream()
                .anyMatch(each -> each.known() && each.subject().equals(told.subject()) && isUnusual(each.subject()));
        List<Subject> joined = with(told.evidence().joined(), joining);
        Report now = goesOn ? report.apply(told.subject()) : lastReport();
        told = new Alert(
                told.rule(),
                told.brand(),
                told.subject(),
                told.since(),
                told.firedAt(),
                look.at,
                NONE,
                first ? Change.FIRED : Change.UPDATED,
                told.revision() + 1,
                severity,
                look.isMuted(),
                now.measure(),
                now.why(),
                now.evidence(joined));
        return Optional.of(told);
    }

    private Alert resolve(Look look) {
        coolUntil = look.at + look.policy.coolDown().toMillis();
        return end(look.at);
    }

    /** Whoever was called is told, muted or not: somebody may still be at it. */
    private Alert end(long at) {
        Alert over = new Alert(
                told.rule(),
                told.brand(),
                told.subject(),
                told.since(),
                told.firedAt(),
                at,
                at,
                Change.RESOLVED,
                told.revision() + 1,
                told.severity(),
                !heard,
                told.measure(),
                told.why() + " Over at " + Instants.text(at) + ".",
                told.evidence());
        told = null;
        return over;
    }

    private Report lastReport() {
        Evidence evidence = told.evidence();
        return new Report(
                told.measure(), told.why(), evidence.messageIds(), evidence.conversationIds(), evidence.causes());
    }

    private boolean isUnusual(Subject subject) {
        Life life = lives.get(subject);
        return life != null && !life.isClearing();
    }

    private boolean isReady(Subject subject, Look look) {
        Life life = lives.get(subject);
        return life != null && life.isReady(look.at, look.policy);
    }

    private List<Subject> ready(Look look, List<Subject> without) {
        return lives.keySet().stream()
                .filter(subject -> isReady(subject, look) && !without.contains(subject))
                .toList();
    }

    private static Severity severity(Look look, Severity least, List<Subject> members) {
        return look.sightings.stream()
                .filter(sighting -> members.contains(sighting.subject()) && (sighting.starts() || sighting.beyond()))
                .map(Sighting::severity)
                .reduce(least, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private static List<Subject> with(List<Subject> some, Subject other) {
        return with(some, List.of(other));
    }

    private static List<Subject> with(List<Subject> some, List<Subject> others) {
        List<Subject> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** Versioned by itself. */
    public enum IncidentCodec implements Codec<Incident> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(Incident incident, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            out.writeBoolean(incident.told != null);
            if (incident.told != null) {
                AlertCodec.CODEC.write(incident.told, out);
            }
            out.writeBoolean(incident.heard);
            Wire.writeSigned(incident.coolUntil, out);
            Wire.writeVarLong(incident.lives.size(), out);
            for (Map.Entry<Subject, Life> life : incident.lives.entrySet()) {
                Wire.writeString(life.getKey().text(), out);
                life.getValue().write(out);
            }
        }

        @Override
        public Incident read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("incident of version " + version + ", this build reads up to " + VERSION);
            }
            Incident incident = new Incident();
            if (in.readBoolean()) {
                incident.told = AlertCodec.CODEC.read(in);
            }
            incident.heard = in.readBoolean();
            incident.coolUntil = Wire.readSigned(in);
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                incident.lives.put(Subject.parse(Wire.readString(in)), Life.read(in));
            }
            return incident;
        }
    }
}
