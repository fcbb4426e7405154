package io.replybeat.care.watch;

import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Sighting;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.detect.ToneDetector;
import io.replybeat.care.detect.Verdict;
import io.replybeat.care.metric.Cut;

/**
 * What is a bucket of one slice, seen by both detectors?
 *
 * @param volume {@link Verdict.Finding#NO_DATA} where the source is silent
 * @param usual the tone before this bucket
 */
record Judged(Subject subject, SliceTally tally, Verdict volume, Verdict tone, ToneDetector.Usual usual) {

    private static final double CRITICAL_VOLUME = 3;
    private static final double CRITICAL_NEGATIVES = 0.5;
    private static final double CRITICAL_LOSS_OF_SCORE = 0.5;

    /** Nobody is called because of messages that nobody could sort. */
    boolean isWatched() {
        return subject.cut() != Cut.TOPIC || !subject.name().equals(BucketTally.NO_TOPIC);
    }

    Sighting ofVolume(int minimum) {
        if (volume.finding() == Verdict.Finding.NO_DATA) {
            return Sighting.unknown(subject);
        }
        boolean beyond = volume.value() > volume.high();
        boolean critical = volume.value() >= CRITICAL_VOLUME * Math.max(1, volume.expected());
        return new Sighting(
                subject,
                volume.isAlert(),
                beyond,
                volume.isRising(),
                isEnough(tally.messages, beyond, volume, minimum),
                critical ? Severity.CRITICAL : Severity.WARNING,
                volume.rarity());
    }

    Sighting ofTone(int minimum) {
        boolean beyond = tonesByScore() ? tone.value() < tone.low() : tone.value() > tone.high();
        boolean critical = tonesByScore()
                ? tone.expected() - tone.value() >= CRITICAL_LOSS_OF_SCORE
                : tone.value() >= CRITICAL_NEGATIVES && tone.value() >= 2 * tone.expected();
        return new Sighting(
                subject,
                tone.isAlert(),
                beyond,
                tone.isRising(),
                isEnough(tally.scored, beyond, tone, minimum),
                critical ? Severity.CRITICAL : Severity.WARNING,
                tone.rarity());
    }

    /** What is unusual over several buckets together has its messages in all of them. */
    private static boolean isEnough(long messages, boolean beyond, Verdict verdict, int minimum) {
        return (beyond ? messages : verdict.spanMessages()) >= minimum;
    }

    /** Whether it is the mean score that the verdict speaks of, not the share of negatives. */
    boolean tonesByScore() {
        return tone.measure().equals(ToneDetector.SCORE);
    }

    boolean isBrand() {
        return subject.cut() == Cut.BRAND;
    }
}
