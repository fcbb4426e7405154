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

    /** The two things measured, as verdicts name them. */
    public static final String NEGATIVES = "share of negatives";

    public static final String SCORE = "mean score";

    public static final double LEAST_MESSAGES = 10;

    static final int SPANS = 3;

    private static final Duration[] LONGER_SPANS = {Duration.ofMinutes(15), Duration.ofHours(1)};

    private static final Duration HALF_LIFE = Duration.ofDays(7);

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

    /** In which share are this key's messages usually negative, and with which mean score? */
    public record Usual(double negativeShare, double score) {}

    public Usual usual(ToneState state) {
        UsualTone usual = UsualTone.of(state);
        return new Usual(usual.negative(), usual.score());
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
        UsualTone usual = UsualTone.of(state);
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

    private Verdict judge(ToneState state, UsualTone usual, long messages, long negatives, double scoreSum) {
        double threshold = state.budget.threshold(budgetDecades);
        UsualTone.Range negativeRange = UsualTone.Range.of(state.negativeTails[0], threshold);
        UsualTone.Range scoreRange = UsualTone.Range.of(state.scoreTails[0], threshold);
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
        UsualTone.Span over = new UsualTone.Span((int) Math.round(spanBuckets[rarest]), state.messages[rarest]);
        return byScore
                ? usual.onScore(scoreRange, messages, scoreSum, alert, score, rarity, over)
                : usual.onNegatives(negativeRange, messages, negatives, alert, score, rarity, over);
    }

    private static double seen(Tail tail, double deviation) {
        double rarity = tail.rarity(deviation);
        tail.learn(deviation);
        return rarity;
    }

    /** A bucket far outside counts only as far as the usual range goes: a crisis does not become the baseline. */
    private void learn(ToneState state, UsualTone usual, long messages, long negatives, double scoreSum) {
        if (messages == 0) {
            return;
        }
        double most = messages * usual.negativeAt(messages, state.negativeTails[0].bound());
        double least = messages * usual.scoreAt(messages, state.scoreTails[0].bound());
        double score = Math.max(scoreSum, least);
        double offMean = score / messages - usual.score();
        state.usualMessages = state.usualMessages * fade + messages;
        state.usualNegatives = state.usualNegatives * fade + Math.min(negatives, most);
        state.usualScores = state.usualScores * fade + score;
        state.scoreSpread = state.scoreSpread * fade + messages * offMean * offMean;
        state.spreadBuckets = state.spreadBuckets * fade + 1;
    }
}
