package io.replybeat.care.detect;

/**
 * In which tone do the customers of this key usually write, and how far is a bucket from it?
 *
 * @param negative the share of negative messages
 * @param negativeAngle the same on the arcsine scale
 * @param score the mean score, −1 to 1
 * @param variance of the score of one message, as the means of buckets show it
 */
record UsualTone(double negative, double negativeAngle, double score, double variance) {

    /** What everybody starts from: a quarter negative, a score of 0 with a spread of 0.5, worth so many messages. */
    private static final double PRIOR_MESSAGES = 40;

    private static final double PRIOR_NEGATIVE_SHARE = 0.25;
    private static final double PRIOR_SCORE_VARIANCE = 0.25;
    private static final double PRIOR_SPREAD_BUCKETS = 20;

    private static final double LEAST_VARIANCE = 1e-4;

    /** Up to which deviation a bucket is usual, and from which it is an alert; before it is learnt itself. */
    record Range(double usual, double alert) {

        static Range of(Tail tail, double threshold) {
            return new Range(tail.bound(), tail.deviation(threshold));
        }
    }

    /** Over about how many buckets, and messages, something was found. */
    record Span(int buckets, double messages) {}

    static UsualTone of(ToneState state) {
        double messages = state.usualMessages + PRIOR_MESSAGES;
        double negative = (state.usualNegatives + PRIOR_MESSAGES * PRIOR_NEGATIVE_SHARE) / messages;
        double variance = (state.scoreSpread + PRIOR_SPREAD_BUCKETS * PRIOR_SCORE_VARIANCE)
                / (state.spreadBuckets + PRIOR_SPREAD_BUCKETS);
        return new UsualTone(
                negative, angle(negative), state.usualScores / messages, Math.max(LEAST_VARIANCE, variance));
    }

    Verdict onNegatives(
            Range range, long messages, long negatives, boolean alert, double score, double rarity, Span over) {
        double n = Math.max(1, messages);
        return new Verdict(
                Verdict.Finding.of(alert),
                ToneDetector.NEGATIVES,
                messages == 0 ? Double.NaN : negatives / n,
                negative,
                negativeAt(n, -range.usual),
                negativeAt(n, range.usual),
                negativeAt(n, range.alert),
                score,
                rarity,
                over.buckets,
                over.messages);
    }

    Verdict onScore(
            Range range, long messages, double scoreSum, boolean alert, double anomaly, double rarity, Span over) {
        double n = Math.max(1, messages);
        return new Verdict(
                Verdict.Finding.of(alert),
                ToneDetector.SCORE,
                messages == 0 ? Double.NaN : scoreSum / n,
                score,
                scoreAt(n, range.usual),
                scoreAt(n, -range.usual),
                scoreAt(n, range.alert),
                anomaly,
                rarity,
                over.buckets,
                over.messages);
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
