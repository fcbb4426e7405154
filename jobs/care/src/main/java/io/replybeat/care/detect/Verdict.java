package io.replybeat.care.detect;

import java.util.Locale;

/**
 * What does a detector say about a bucket, and why?
 *
 * @param finding what it is
 * @param measure what was looked at: {@code messages}, {@code share of negatives}, {@code mean score}
 * @param value of the bucket; NaN without data
 * @param expected what this key usually has at this hour
 * @param low with {@code high}: the range it usually stays in
 * @param high see {@code low}
 * @param threshold the value from which this one bucket alone is an alert; it moves with the alert budget
 * @param score 0 to 1: 0.5 and more is a new alert; below that 0.499 at most, also while an incident goes on that was told
 *     before ({@code value} beyond {@code high} says so)
 * @param rarity of the rarest deviation found, in decades: 4 is once in 10 000 buckets
 * @param spanBuckets over about how many buckets the rarest deviation was found: 1 a jump, more a rise
 * @param spanMessages about how many messages there were over these buckets
 */
public record Verdict(
        Finding finding,
        String measure,
        double value,
        double expected,
        double low,
        double high,
        double threshold,
        double score,
        double rarity,
        int spanBuckets,
        double spanMessages) {

    private static final double ALERT = 0.5;
    private static final double HALF_THE_DECADES = 1 / 3.0;
    private static final double MOST_WITHOUT_ALERT = 0.499;

    public enum Finding {
        /** Nothing is known about the bucket; nothing is learnt from it. */
        NO_DATA,
        /** As usual, or unusual but told already. */
        NO_ALERT,
        ALERT;

        static Finding of(boolean alert) {
            return alert ? ALERT : NO_ALERT;
        }
    }

    static Verdict missing(String measure) {
        double unknown = Double.NaN;
        return new Verdict(Finding.NO_DATA, measure, unknown, unknown, unknown, unknown, unknown, 0, 0, 0, 0);
    }

    /** Half at the threshold, towards 1 as the deviation gets rarer; kept on its side of a half. */
    static double score(double rarity, double threshold, boolean alert) {
        double score = Math.max(0, rarity) / (Math.max(0, rarity) + threshold);
        return alert ? Math.max(ALERT, score) : Math.min(MOST_WITHOUT_ALERT, score);
    }

    public boolean isAlert() {
        return finding == Finding.ALERT;
    }

    /** Whether the bucket lies outside its usual range, told before or not: an incident goes on while it does. */
    public boolean isUnusual() {
        return value > high || value < low;
    }

    /** Whether it is unusual over a longer time, at least half as many decades as an alert takes; told before or not. */
    public boolean isRising() {
        return spanBuckets > 1 && score >= HALF_THE_DECADES;
    }

    /** In a sentence, for people. */
    public String reason() {
        if (finding == Finding.NO_DATA) {
            return "no data: nothing learnt, nothing judged";
        }
        String sentence = "%s %s, expected %s (usually %s to %s); an alert %s %s"
                .formatted(
                        measure,
                        number(value),
                        number(expected),
                        number(low),
                        number(high),
                        threshold < expected ? "down from" : "from",
                        number(threshold));
        if (!isAlert()) {
            return sentence;
        }
        return sentence
                + (spanBuckets > 1 ? "; unusual over the last %d buckets together".formatted(spanBuckets) : "")
                + "; chance does this once in %s buckets".formatted(number(Math.pow(10, Math.min(rarity, 9))));
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
