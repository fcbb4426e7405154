package io.replybeat.bench;

import io.replybeat.care.detect.Buckets;
import java.time.Instant;
import java.util.Random;

/**
 * What does a key get, bucket for bucket: eight weeks with a rhythm of the day, 20 messages in the mean, as chance has it;
 * then they come again. A fifth of the messages is negative.
 */
final class WatchedTraffic {

    static final int WEEK = 2_016;
    static final int BUCKETS = 8 * WEEK;
    static final WatchedTraffic SHARED = new WatchedTraffic();

    private static final int DAY = 288;
    private static final double MEAN = 20;
    private static final long BEGIN = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli(); // a Monday

    private final int[] messages = new int[BUCKETS];

    private WatchedTraffic() {
        Random chance = new Random(1);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            double usual = MEAN * (1 + 0.8 * Math.sin(2 * Math.PI * bucket / DAY));
            messages[bucket] = (int) Math.max(0, Math.round(usual + Math.sqrt(usual) * chance.nextGaussian()));
        }
    }

    static long start(long bucket) {
        return BEGIN + bucket * Buckets.FIVE_MINUTES.toMillis();
    }

    long messages(long bucket) {
        return messages[(int) (bucket % BUCKETS)];
    }

    /** A fifth, wavering with the last digit of their number. */
    static long negatives(long messages) {
        return (messages + messages % 5) / 6;
    }

    /** The sum of scores of so many messages: a negative one has −0.6, any other 0.2. */
    static double scores(long messages) {
        long negatives = negatives(messages);
        return 0.2 * (messages - negatives) - 0.6 * negatives;
    }
}
