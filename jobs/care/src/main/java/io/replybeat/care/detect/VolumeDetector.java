package io.replybeat.care.detect;

import java.time.Duration;

/**
 * Are there more messages than this key usually has at this hour, so many more that somebody should look?
 *
 * <p>Decides about closed buckets, one after the other, with a state of constant size: same buckets, same answers, and no answer
 * depends on a later bucket. Jumps are found in single buckets, slow rises in fading sums over about ten minutes and an
 * hour. A bucket of zero messages is data; one that is skipped or {@link #missing} is not. The model, its formulas and
 * what was measured are in {@code docs/detectors.md}.
 *
 * <p>The detector has no state of its own and is thread-safe; a {@link VolumeState} is not.
 */
public final class VolumeDetector {

    public static final double ALERTS_PER_WEEK = 1;

    static final int SPANS = 3;

    private static final String MEASURE = "messages";

    /** A single bucket finds jumps, an hour finds slow rises; two buckets are what confirms a jump. */
    private static final Duration[] LONGER_SPANS = {Duration.ofMinutes(10), Duration.ofHours(1)};

    private static final Duration LEVEL_HALF_LIFE = Duration.ofDays(7);

    /** At first nothing is known of the tail, and what is known of the level is worth nothing: everything is learnt. */
    private static final Duration LEARN_ALL = Duration.ofHours(12);

    /** Until a key was seen for a day its rhythm is unknown: a morning must not look like a spike. */
    private static final Duration RHYTHM_UNKNOWN = Duration.ofDays(1);

    /** After half a day outside the usual range twice as large deviations are learnt; after a day the past is given up. */
    private static final Duration LOOSEN = Duration.ofHours(12);

    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final double NEVER_SILENT = 10;

    private final Buckets buckets;
    private final double budget;
    private final double budgetDecades;
    private final double[] spanBuckets = new double[SPANS];
    private final double[] spanFade = new double[SPANS];
    private final double levelFade;
    private final Season.Pace seasonPace;
    private final double learnAll;
    private final double rhythmUnknown;
    private final double loosen;
    private final long patience;

    /** With the default budget. */
    public VolumeDetector(Buckets buckets) {
        this(buckets, ALERTS_PER_WEEK);
    }

    /** @param alertsPerWeek how many alerts a week a key may raise in the long run */
    public VolumeDetector(Buckets buckets, double alertsPerWeek) {
        if (!(alertsPerWeek > 0)) {
            throw new IllegalArgumentException("a budget of " + alertsPerWeek + " alerts a week; it must be above 0");
        }
        this.buckets = buckets;
        budget = alertsPerWeek / buckets.per(Duration.ofDays(7));
        budgetDecades = Math.log10(SPANS / budget);
        for (int span = 0; span < SPANS; span++) {
            spanBuckets[span] = span == 0 ? 1 : Math.max(1, buckets.per(LONGER_SPANS[span - 1]));
            spanFade[span] = 1 - 1 / spanBuckets[span];
        }
        levelFade = buckets.fade(LEVEL_HALF_LIFE);
        seasonPace = Season.Pace.of(buckets.perHour());
        learnAll = buckets.per(LEARN_ALL);
        rhythmUnknown = buckets.per(RHYTHM_UNKNOWN);
        loosen = buckets.per(LOOSEN);
        patience = (long) buckets.per(PATIENCE);
    }

    /** Of a key that was never seen. */
    public VolumeState fresh() {
        return new VolumeState();
    }

    /**
     * Judges a closed bucket and learns from it. Buckets left out since the last one are missing.
     *
     * @param start epoch milliseconds
     * @param count messages, 0 or more
     * @throws IllegalArgumentException if the bucket does not come after the last one
     */
    public Verdict observe(VolumeState state, long start, double count) {
        if (!(count >= 0) || Double.isInfinite(count)) {
            throw new IllegalArgumentException("a bucket with " + count + " messages; it must be 0 or more");
        }
        if (state.level.isUnknown()) {
            state.level.begin(count);
        } else {
            skip(state, buckets.missedBetween(state.lastStart, start));
        }
        state.lastStart = start;
        double hour = buckets.hourOfWeek(start);
        double factor = factor(state, hour);
        double expected = state.level.rate() * factor;
        Verdict verdict = judge(state, count, Math.max(expected, lately(state)));
        learn(state, count, expected, factor, hour);
        return verdict;
    }

    /** What this key usually has in such a bucket; 0 of a key that was never seen. */
    public double expected(VolumeState state, long start) {
        if (state.level.isUnknown()) {
            return 0;
        }
        return state.level.rate() * factor(state, buckets.hourOfWeek(start));
    }

    /**
     * Whether no message at all would be no quiet hour but a source that is broken: where so many are usual, chance does that
     * once in twenty thousand buckets. Such a bucket is missing and should be left out.
     */
    public boolean isSilence(VolumeState state, long start, double count) {
        return count == 0 && expected(state, start) >= NEVER_SILENT;
    }

    /** Nothing is known about this bucket: nothing is learnt. The bucket may also simply be left out. */
    public Verdict missing() {
        return Verdict.missing(MEASURE);
    }

    /** On its first day a key is expected to have what it had within the last hour, if that is more than on the whole. */
    private double lately(VolumeState state) {
        return state.observed < rhythmUnknown ? state.counted[SPANS - 1] / spanBuckets[SPANS - 1] : 0;
    }

    private double factor(VolumeState state, double hour) {
        return state.season.factor(hour, state.level.rate() * seasonPace.bucketsPerHour());
    }

    private void skip(VolumeState state, long missed) {
        if (missed == 0) {
            return;
        }
        for (int span = 0; span < SPANS; span++) {
            double fade = Math.pow(spanFade[span], missed);
            state.counted[span] *= fade;
            state.expected[span] *= fade;
            state.tails[span].skip(missed);
        }
    }

    private Verdict judge(VolumeState state, double count, double expected) {
        double threshold = state.budget.threshold(budgetDecades);
        Tail tail = state.tails[0];
        double usual = deviation(0, expected, 0);
        double low = count(usual - tail.bound());
        double high = count(usual + tail.bound());
        double alertFrom = count(usual + tail.deviation(threshold));
        double rarity = Double.NEGATIVE_INFINITY;
        int rarest = 0;
        for (int span = 0; span < SPANS; span++) {
            state.counted[span] = state.counted[span] * spanFade[span] + count;
            state.expected[span] = state.expected[span] * spanFade[span] + expected;
            double deviation = deviation(state.expected[span], state.counted[span], spanFade[span]);
            double here = state.tails[span].rarity(deviation);
            state.tails[span].learn(deviation);
            if (here > rarity) {
                rarity = here;
                rarest = span;
            }
        }
        boolean alert = state.budget.spend(rarity, threshold, budget);
        return new Verdict(
                Verdict.Finding.of(alert),
                MEASURE,
                count,
                expected,
                low,
                high,
                alertFrom,
                Verdict.score(rarity, threshold, alert),
                rarity,
                (int) Math.round(spanBuckets[rarest]),
                state.counted[rarest]);
    }

    /**
     * In standard deviations of Poisson counts (Anscombe). A fading sum with weights 1, f, f²… of counts with mean m has the
     * mean m/(1−f) and the variance m/(1−f²): times 1+f it behaves like a count again.
     */
    private static double deviation(double expected, double counted, double fade) {
        return root(counted * (1 + fade)) - root(expected * (1 + fade));
    }

    private static double root(double count) {
        return 2 * Math.sqrt(count + 0.375);
    }

    /** The count whose {@link #root} it is, with the usual one as origin. */
    private static double count(double rootAboveZero) {
        double half = (rootAboveZero + root(0)) / 2;
        return half <= 0 ? 0 : Math.max(0, half * half - 0.375);
    }

    private void learn(VolumeState state, double count, double expected, double factor, double hour) {
        double bound = state.tails[0].bound();
        double deviation = deviation(expected, count, 0);
        double loosened = bound * (1 + state.level.outside() / loosen);
        double most = state.observed < learnAll ? count : count(deviation(0, expected, 0) + loosened);
        state.level.noteRange(Math.abs(deviation) > bound, patience);
        int slot = (int) (state.observed % VolumeState.GUARD);
        if (state.observed >= VolumeState.GUARD) {
            learnGuarded(state, slot);
        }
        state.guardedCount[slot] = Math.min(count, most);
        state.guardedSeason[slot] = factor;
        state.guardedHour[slot] = hour;
        state.observed++;
    }

    private void learnGuarded(VolumeState state, int slot) {
        state.level.learn(state.guardedCount[slot], state.guardedSeason[slot], levelFade);
        state.season.learn(state.guardedHour[slot], state.guardedCount[slot], state.level.rate(), seasonPace);
    }
}
