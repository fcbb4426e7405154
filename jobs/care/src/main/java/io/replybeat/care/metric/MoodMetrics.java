package io.replybeat.care.metric;

import static io.replybeat.care.metric.BookedOn.EVENT;
import static io.replybeat.care.metric.Counter.REPOSTS_NEGATIVE;
import static io.replybeat.care.metric.Counter.REPOSTS_NEUTRAL;
import static io.replybeat.care.metric.Counter.REPOSTS_POSITIVE;
import static io.replybeat.care.metric.Counter.SENTIMENT_NEGATIVE;
import static io.replybeat.care.metric.Counter.SENTIMENT_NEUTRAL;
import static io.replybeat.care.metric.Counter.SENTIMENT_POSITIVE;
import static io.replybeat.care.metric.Counter.SENTIMENT_SCORE_MILLIONTHS;

import java.util.List;
import java.util.function.ToLongFunction;

/** In which mood are the customers? Their own messages; what they only pass on is counted apart. */
final class MoodMetrics {

    private static final double MILLIONTHS = 1e6;

    private static final ToLongFunction<Summary> ALL_JUDGED = summary ->
            summary.get(SENTIMENT_NEGATIVE) + summary.get(SENTIMENT_NEUTRAL) + summary.get(SENTIMENT_POSITIVE);

    private MoodMetrics() {}

    static final List<Metric> ALL = List.of(
            Metric.count(SENTIMENT_NEGATIVE, "How many customer messages were negative?", EVENT),
            Metric.count(SENTIMENT_NEUTRAL, "How many were neutral?", EVENT),
            Metric.count(SENTIMENT_POSITIVE, "How many were positive?", EVENT),
            Metric.share(
                    "sentiment_net",
                    "Do the good or the bad words prevail?",
                    "(sentiment_positive − sentiment_negative) / (sentiment_negative + sentiment_neutral +"
                            + " sentiment_positive)",
                    EVENT,
                    "From −1, all negative, to 1, all positive.",
                    summary -> summary.get(SENTIMENT_POSITIVE) - summary.get(SENTIMENT_NEGATIVE),
                    ALL_JUDGED),
            new Metric(
                    "sentiment_mean",
                    "How good or bad is the tone on average?",
                    Unit.SCORE,
                    "sentiment_score_millionths / 1,000,000 / (sentiment_negative + sentiment_neutral +"
                            + " sentiment_positive)",
                    EVENT,
                    null,
                    "",
                    summary -> {
                        long all = ALL_JUDGED.applyAsLong(summary);
                        return all <= 0 ? null : summary.get(SENTIMENT_SCORE_MILLIONTHS) / MILLIONTHS / all;
                    }),
            new Metric(
                    SENTIMENT_SCORE_MILLIONTHS.field(),
                    "What do the scores of these messages add up to?",
                    Unit.COUNT,
                    "sum of scores from −1 to 1, each rounded to a millionth, in millionths",
                    EVENT,
                    null,
                    "A whole number, so that sums of windows are exact.",
                    summary -> summary.get(SENTIMENT_SCORE_MILLIONTHS)),
            Metric.count(REPOSTS_NEGATIVE, "How many reposts passed on something negative?", EVENT),
            Metric.count(REPOSTS_NEUTRAL, "How many passed on something neutral?", EVENT),
            Metric.count(REPOSTS_POSITIVE, "How many passed on something positive?", EVENT));
}
