package io.replybeat.care.detect;

import java.time.Duration;

/**
 * Do customers sound worse than this key's customers usually do, however many of them write?
 *
 * <p>Looks at the share of negative messages and at the mean score, each against its own baseline, in single buckets and in
 * fading sums over about a quarter of an hour and an hour. Both are measured in standard errors, which the number of messages
 * decides: twice as many messages in the same tone deviate no more, and few messages deviate little. Below
 * {@link #LEAST_MESSAGES} in a span nothing is judged there. Constant state, deterministic, causal, as {@link VolumeDetector}.
 *
 * <p>The detector has no state of its own and is thread-safe; a {@link ToneState} is not.
 */
public final class ToneDetector {

    public static final double LEAST_MESSAGES = 10;

    static final int SPANS = 3;

    private static final String NEGATIVES = "share of negatives";
    private static final String SCORE = "mean score";

    private static final Duration[] LONGER_SPANS = {Duration.ofMinutes(15), Duration.ofHours(1)};

    private static final Duration HALF_LIFE = Duration.ofDays(7);

    /** What everybody starts from: a quarter negative, a score of 0 with a spread of 0.5, worth so many messages. */
    private static final double PRIOR_MESSAGES = 40;

    private static final double PRIOR_NEGATIVE_SHARE = 0.25;
    private static final double PRIOR_SCORE_VARIANCE = 0.25;
    private static final double PRIOR_SPREAD_BUCKETS = 20;

    private static final double LEAST_VARIANCE = 1e-4;

    private final Buckets buckets;
    private final double budget;
    private final double budgetDecades;
    private final double[] spanBuckets = new double[SPANS];
    private final double[] spanFade = new double[SPANS];
    private final double fade;

    public ToneDetector(Buckets buckets) {
        this(buckets, VolumeDetector.ALERTS_PER_WEEK);
    }

    /** @param alertsPerWeek how many alerts a week a key may raise in the long run */
    public ToneDetector(Buckets buckets, double alertsPerWeek) {
        if (!(alertsPerWeek > 0)) {
            throw new IllegalArgumentException("a budget of " + alertsPerWeek + " alerts a week; it must be above 0");
        }
        this.buckets = buckets;
        budget = alertsPerWeek / buckets.per(Duration.ofDays(7));
        budgetDecades = Math.log10(2 * SPANS / budget);
        for (int span = 0; span < SPANS; span++) {
            spanBuckets[span] = span == 0 ? 1 : Math.max(1, buckets.per(LONGER_SPANS[span - 1]));
            spanFade[span] = 1 - 1 / spanBuckets[span];
        }
        fade = buckets.fade(HALF_LIFE);
    }

    /** Of a key that was never seen. */
    public ToneState fresh() {
        return new ToneState();
    }

    /** Nothing is known about this bucket: nothing is learnt. The bucket may also simply be left out. */
    public Verdict missing() {
        return Verdict.missing(NEGATIVES);
    }

    /**
     * Judges a closed bucket and learns from it. Buckets left out since the last one are missing.
     *
     * @param start epoch milliseconds
     * @param messages how many were scored; 0 is no reason for anything
     * @param negatives how many of them are negative
     * @param scoreSum of their scores, each −1 to 1
     * @throws IllegalArgumentException if the bucket does not come after the last one, or the numbers contradict each other
     */
    public Verdict observe(ToneState state, long start, long messages, long negatives, double scoreSum) {
        if (messages < 0 || negatives < 0 || negatives > messages || !(Math.abs(scoreSum) <= messages * 1.000001)) {
            throw new IllegalArgumentException("%d messages, %d of them negative, with a sum of scores of %s"
                    .formatted(messages, negatives, scoreSum));
        }
        long missed = state.begun ? buckets.missedBetween(state.lastStart, start) : 0;
        state.begun = true;
        state.lastStart = start;
        Usual usual = Usual.of(state);
        add(state, missed, messages, negatives, scoreSum);
        Verdict verdict = judge(state, usual, messages, negatives, scoreSum);
        learn(state, usual, messages, negatives, scoreSum);
        return verdict;
    }

    private void add(ToneState state, long missed, long messages, long negatives, double scoreSum) {
        for (int span = 0; span < SPANS; span++) {
            double left = missed == 0 ? spanFade[span] : Math.pow(spanFade[span], missed + 1);
            state.messages[span] = state.messages[span] * left + messages;
            state.negatives[span] = state.negatives[span] * left + negatives;
            state.scores[span] = state.scores[span] * left + scoreSum;
            state.negativeTails[span].skip(missed);
            state.scoreTails[span].skip(missed);
        }
    }

    private Verdict judge(ToneState state, Usual usual, long messages, long negatives, double scoreSum) {
        double threshold = state.budget.threshold(budgetDecades);
        Range negativeRange = Range.of(state.negativeTails[0], threshold);
        Range scoreRange = Range.of(state.scoreTails[0], threshold);
        double rarity = 0;
        int rarest = 0;
        boolean byScore = false;
        for (int span = 0; span < SPANS; span++) {
            if (state.messages[span] < LEAST_MESSAGES) {
                continue;
            }
            double weight = 1 + spanFade[span];
            double n = state.messages[span] * weight;
            double byNegatives =
                    seen(state.negativeTails[span], usual.moreNegatives(n, state.negatives[span] * weight));
            double byMean = seen(state.scoreTails[span], usual.lowerScore(n, state.scores[span] * weight));
            if (Math.max(byNegatives, byMean) > rarity) {
                rarity = Math.max(byNegatives, byMean);
                rarest = span;
                byScore = byMean > byNegatives;
            }
        }
        boolean alert = state.budget.spend(rarity, threshold, budget);
        double score = Verdict.score(rarity, threshold, alert);
        int over = (int) Math.round(spanBuckets[rarest]);
        return byScore
                ? usual.onScore(scoreRange, messages, scoreSum, alert, score, rarity, over)
                : usual.onNegatives(negativeRange, messages, negatives, alert, score, rarity, over);
    }

    /** Up to which deviation a bucket is usual, and from which it is an alert; before it is learnt itself. */
    private record Range(double usual, double alert) {

        static Range of(Tail tail, double threshold) {
            return new Range(tail.bound(), tail.deviation(threshold));
        }
    }

    private static double seen(Tail tail, double deviation) {
        double rarity = tail.rarity(deviation);
        tail.learn(deviation);
        return rarity;
    }

    /** A bucket far outside counts only as far as the usual range goes: a crisis does not become the baseline. */
    private void learn(ToneState state, Usual usual, long messages, long negatives, double scoreSum) {
        if (messages == 0) {
            return;
        }
        double most = messages * usual.negativeAt(messages, state.negativeTails[0].bound());
        double least = messages * usual.scoreAt(messages, state.scoreTails[0].bound());
        double score = Math.max(scoreSum, least);
        double offMean = score / messages - usual.score;
        state.usualMessages = state.usualMessages * fade + messages;
        state.usualNegatives = state.usualNegatives * fade + Math.min(negatives, most);
        state.usualScores = state.usualScores * fade + score;
        state.scoreSpread = state.scoreSpread * fade + messages * offMean * offMean;
        state.spreadBuckets = state.spreadBuckets * fade + 1;
    }

    /** The baseline at one moment: the share of negatives, the mean score, and the variance of one message's score. */
    private record Usual(double negative, double negativeAngle, double score, double variance) {

        static Usual of(ToneState state) {
            double messages = state.usualMessages + PRIOR_MESSAGES;
            double negative = (state.usualNegatives + PRIOR_MESSAGES * PRIOR_NEGATIVE_SHARE) / messages;
            double variance = (state.scoreSpread + PRIOR_SPREAD_BUCKETS * PRIOR_SCORE_VARIANCE)
                    / (state.spreadBuckets + PRIOR_SPREAD_BUCKETS);
            return new Usual(
                    negative, angle(negative), state.usualScores / messages, Math.max(LEAST_VARIANCE, variance));
        }

        Verdict onNegatives(
                Range range, long messages, long negatives, boolean alert, double score, double rarity, int over) {
            double n = Math.max(1, messages);
            return new Verdict(
                    Verdict.Finding.of(alert),
                    NEGATIVES,
                    messages == 0 ? Double.NaN : negatives / n,
                    negative,
                    negativeAt(n, -range.usual),
                    negativeAt(n, range.usual),
                    negativeAt(n, range.alert),
                    score,
                    rarity,
                    over);
        }

        Verdict onScore(
                Range range, long messages, double scoreSum, boolean alert, double anomaly, double rarity, int over) {
            double n = Math.max(1, messages);
            return new Verdict(
                    Verdict.Finding.of(alert),
                    SCORE,
                    messages == 0 ? Double.NaN : scoreSum / n,
                    score,
                    scoreAt(n, range.usual),
                    scoreAt(n, -range.usual),
                    scoreAt(n, range.alert),
                    anomaly,
                    rarity,
                    over);
        }

        /** In standard errors, on the arcsine scale, where a share has the same error everywhere. */
        double moreNegatives(double messages, double negatives) {
            return 2 * Math.sqrt(messages) * (angle(negatives / messages) - negativeAngle);
        }

        double lowerScore(double messages, double scoreSum) {
            return Math.sqrt(messages / variance) * (score - scoreSum / messages);
        }

        double negativeAt(double messages, double deviation) {
            double angle = negativeAngle + deviation / (2 * Math.sqrt(messages));
            double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, angle)));
            return sine * sine;
        }

        double scoreAt(double messages, double deviation) {
            return Math.max(-1, Math.min(1, score - deviation * Math.sqrt(variance / messages)));
        }

        private static double angle(double share) {
            return Math.asin(Math.sqrt(Math.min(1, share)));
        }
    }
}
