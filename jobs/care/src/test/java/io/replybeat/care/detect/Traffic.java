package io.replybeat.care.detect;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** Made-up traffic: negative-binomial counts with a day and a week in them, from a seed. */
final class Traffic {

    static final Buckets BUCKETS = new Buckets(Buckets.FIVE_MINUTES, ZoneOffset.UTC);
    static final long BUCKET = Duration.ofMinutes(5).toMillis();
    static final int HOUR = 12;
    static final int DAY = 24 * HOUR;
    static final int WEEK = 7 * DAY;
    static final int YEAR = 365 * DAY;

    /** A Monday. */
    private static final long BEGIN = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    private final Random random;
    private final double mean;
    private final double dispersion;

    /** @param dispersion the variance of a count with mean m is m + dispersion · m² */
    Traffic(long seed, double mean, double dispersion) {
        random = new Random(seed);
        this.mean = mean;
        this.dispersion = dispersion;
    }

    static long start(int bucket) {
        return BEGIN + bucket * BUCKET;
    }

    /** Nights have a quarter of the afternoons' traffic, weekends two thirds of the weekdays'. */
    double expected(int bucket) {
        double hour = (bucket + 0.5) % DAY / HOUR;
        boolean weekend = bucket / DAY % 7 >= 5;
        return mean * (1 + 0.6 * Math.sin((hour - 9) / 24 * 2 * Math.PI)) * (weekend ? 0.75 : 1.1);
    }

    int count(int bucket) {
        return count(bucket, 1);
    }

    /** With so many times the usual mean. */
    int count(int bucket, double times) {
        double rate = expected(bucket) * times;
        return poisson(dispersion == 0 ? rate : rate * dispersion * gamma(1 / dispersion));
    }

    /** Of trials with this chance. */
    int successes(int trials, double chance) {
        int successes = 0;
        for (int i = 0; i < trials; i++) {
            successes += random.nextDouble() < chance ? 1 : 0;
        }
        return successes;
    }

    double gaussian() {
        return random.nextGaussian();
    }

    /** Marsaglia and Tsang. */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double cubed = Math.pow(1 + c * normal, 3);
            if (cubed > 0
                    && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * cubed + d * Math.log(cubed)) {
                return d * cubed;
            }
        }
    }

    private int poisson(double rate) {
        int count = 0;
        double left = rate;
        while (left > 20) {
            double when = gamma(16);
            if (when > left) {
                return count + successes(15, left / when);
            }
            count += 16;
            left -= when;
        }
        double floor = Math.exp(-left);
        for (double product = random.nextDouble(); product > floor; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
