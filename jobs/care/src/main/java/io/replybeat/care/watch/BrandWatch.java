package io.replybeat.care.watch;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.Incident;
import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.detect.ToneDetector;
import io.replybeat.care.detect.Verdict;
import io.replybeat.care.metric.Cut;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is remembered of a brand to see spikes of volume and drops of sentiment, in all, by network, by topic?
 *
 * <p>Closed buckets go in, in their order; alerts come out. Buckets in which nobody wrote need not be given: they are made up for
 * at the next one, but while an alert may change ({@link #isAlarmed}) each bucket should be judged when it closes.
 *
 * <p>Mutable. Equal histories give equal alerts and equal bytes; 2.2 KB a slice, at most {@link #MOST_SLICES} slices.
 */
public final class BrandWatch {

    /** People can tag what they like; of more topics than this those in use are watched. */
    static final int MOST_SLICES = 200;

    /** So long a pause is made up for bucket by bucket; what is longer is missing. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(28);

    /** A source that is silent for longer than this is no broken one, nobody writes any more. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

    /** A slice that appears had nothing for as long as its brand was watched; so much of that tells enough. */
    private static final Duration BEFORE_FIRST_HEARD = Duration.ofDays(1);

    private static final Duration FORGETTABLE = Duration.ofDays(1);

    /** In its first hour a brand has nothing that it could be compared with. */
    private static final Duration NOTHING_KNOWN = Duration.ofHours(1);

    private static final SliceTally NOTHING = new SliceTally();

    private final SortedMap<Subject, SliceWatch> slices = new TreeMap<>();
    private Incident spike = new Incident();
    private Incident drop = new Incident();
    private final long bucketMillis;
    private long firstStart = NONE;
    private long lastStart = NONE;

    public BrandWatch(Duration bucket) {
        this(bucket.toMillis());
    }

    private BrandWatch(long bucketMillis) {
        this.bucketMillis = bucketMillis;
    }

    /** Whether it learnt from buckets of this length; what is usual in others it does not know. */
    public boolean isOf(Duration bucket) {
        return bucketMillis == bucket.toMillis();
    }

    /** Ends what fires, because nobody will look any more. */
    public List<Alert> giveUp(long at) {
        return Stream.of(spike, drop)
                .flatMap(incident -> incident.giveUp(at).stream())
                .toList();
    }

    /** Whether an alert fires or may fire by time alone. */
    public boolean isAlarmed() {
        return !spike.isOver() || !drop.isOver();
    }

    /** Whether this bucket was judged already, or a later one. */
    public boolean isPast(long start) {
        return lastStart != NONE && start <= lastStart;
    }

    /** Judges a bucket and, before it, those since the last one in which nobody wrote. */
    public List<Alert> judge(BucketTally tally, Detectors detectors) {
        List<Alert> alerts = new ArrayList<>();
        if (lastStart != NONE) {
            long length = detectors.bucketMillis();
            long longest = LONGEST_PAUSE.toMillis() / length;
            long paused = (tally.start() - lastStart) / length - 1;
            for (long left = Math.min(paused, longest); left > 0; left--) {
                look(new BucketTally(tally.brand(), tally.start() - left * length), detectors, alerts);
            }
        }
        look(tally, detectors, alerts);
        return alerts;
    }

    private void look(BucketTally tally, Detectors detectors, List<Alert> alerts) {
        lastStart = tally.start();
        firstStart = firstStart == NONE ? lastStart : firstStart;
        Subject brand = Subject.brand(tally.brand());
        begin(tally, detectors);
        if (isSilent(brand, tally, detectors)) {
            return;
        }
        Findings findings = new Findings(brand, detectors.buckets().length(), judgeSlices(tally, detectors));
        long end = tally.start() + detectors.bucketMillis();
        boolean known = tally.start() - firstStart >= NOTHING_KNOWN.toMillis();
        int minimum = known ? detectors.policy().minimumMessages() : Integer.MAX_VALUE;
        spike.look(
                        new Incident.Look(
                                Rule.VOLUME_SPIKE,
                                tally.brand(),
                                tally.start(),
                                end,
                                findings.volume(minimum),
                                detectors.policy()),
                        findings::onVolume)
                .ifPresent(alerts::add);
        drop.look(
                        new Incident.Look(
                                Rule.SENTIMENT_DROP,
                                tally.brand(),
                                tally.start(),
                                end,
                                findings.tone(minimum, spike.isFiring()),
                                detectors.policy()),
                        findings::onTone)
                .ifPresent(alerts::add);
    }

    /** Slices heard of for the first time; with what their silence until now tells. */
    private void begin(BucketTally tally, Detectors detectors) {
        for (Subject subject : tally.slices().keySet()) {
            if (!slices.containsKey(subject) && hasRoomFor(tally.start())) {
                SliceWatch fresh = new SliceWatch(
                        detectors.volume().fresh(), detectors.tone().fresh(), tally.start());
                long from = Math.max(firstStart, tally.start() - BEFORE_FIRST_HEARD.toMillis());
                for (long start = from; start < tally.start(); start += detectors.bucketMillis()) {
                    detectors.volume().observe(fresh.volume, start, 0);
                }
                slices.put(subject, fresh);
            }
        }
    }

    /** The topic unheard of for longest gives way, if that is a day: campaigns come and go. */
    private boolean hasRoomFor(long start) {
        if (slices.size() < MOST_SLICES) {
            return true;
        }
        return slices.entrySet().stream()
                .filter(slice -> slice.getKey().cut() == Cut.TOPIC
                        && start - slice.getValue().lastHeard > FORGETTABLE.toMillis())
                .min(Comparator.comparingLong(slice -> slice.getValue().lastHeard))
                .map(oldest -> slices.remove(oldest.getKey()))
                .isPresent();
    }

    private SortedMap<Subject, Judged> judgeSlices(BucketTally tally, Detectors detectors) {
        SortedMap<Subject, Judged> judged = new TreeMap<>();
        slices.forEach((subject, slice) -> {
            SliceTally counted = tally.slices().getOrDefault(subject, NOTHING);
            boolean silent = isSilent(subject, tally, detectors);
            ToneDetector.Usual usual = detectors.tone().usual(slice.tone);
            Verdict volume = silent
                    ? detectors.volume().missing()
                    : detectors.volume().observe(slice.volume, tally.start(), counted.messages);
            Verdict tone = detectors
                    .tone()
                    .observe(slice.tone, tally.start(), counted.scored, counted.negatives, counted.scores / 1e6);
            if (counted.messages > 0) {
                slice.lastHeard = tally.start();
            }
            judged.put(subject, new Judged(subject, counted, volume, tone, usual));
        });
        return judged;
    }

    /** Of a brand or a network the source can be broken; a topic simply comes to its end. */
    private boolean isSilent(Subject subject, BucketTally tally, Detectors detectors) {
        SliceWatch slice = slices.get(subject);
        return slice != null
                && subject.cut() != Cut.TOPIC
                && tally.start() - slice.lastHeard <= LONGEST_SILENCE.toMillis()
                && detectors
                        .volume()
                        .isSilence(slice.volume, tally.start(), tally.slices().getOrDefault(subject, NOTHING).messages);
    }

    /** Version, the buckets' limits, both incidents, then slice by slice. */
    public enum BrandWatchCodec implements Codec<BrandWatch> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(BrandWatch watch, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            Wire.writeVarLong(watch.bucketMillis, out);
            Wire.writeSigned(watch.firstStart, out);
            Wire.writeSigned(watch.lastStart, out);
            Incident.IncidentCodec.CODEC.write(watch.spike, out);
            Incident.IncidentCodec.CODEC.write(watch.drop, out);
            Wire.writeVarLong(watch.slices.size(), out);
            for (Map.Entry<Subject, SliceWatch> slice : watch.slices.entrySet()) {
                Wire.writeString(slice.getKey().text(), out);
                slice.getValue().write(out);
            }
        }

        @Override
        public BrandWatch read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("watch of version " + version + ", this build reads up to " + VERSION);
            }
            BrandWatch watch = new BrandWatch(Wire.readVarLong(in));
            watch.firstStart = Wire.readSigned(in);
            watch.lastStart = Wire.readSigned(in);
            watch.spike = Incident.IncidentCodec.CODEC.read(in);
            watch.drop = Incident.IncidentCodec.CODEC.read(in);
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                watch.slices.put(Subject.parse(Wire.readString(in)), SliceWatch.read(in));
            }
            return watch;
        }
    }
}
