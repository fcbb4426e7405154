package io.replybeat.sandbox.simulator;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * How busy is this moment, compared with the average moment of the week? 1 is average; the hours are those of the brand's
 * own zone, so the wave moves with daylight saving.
 */
enum Rhythm {
    /** Two humps, late morning and early evening; quiet week-ends. */
    WORKING_WEEK(
            new double[] {
                3, 2, 1, 1, 1, 2, 5, 9, 14, 18, 20, 19, 17, 17, 18, 18, 17, 18, 19, 18, 15, 12, 8, 5,
            },
            new double[] {1.15, 1.1, 1.05, 1.05, 1.1, 0.8, 0.75}),
    /** Evenings and week-ends, when people watch and shop. */
    LEISURE(
            new double[] {
                8, 5, 3, 2, 1, 1, 2, 4, 6, 8, 9, 10, 12, 12, 11, 11, 12, 15, 20, 25, 28, 27, 22, 15,
            },
            new double[] {0.85, 0.85, 0.9, 0.95, 1.1, 1.25, 1.1});

    private static final long DAY = 86_400;

    private final double[] hours;
    private final double[] days;

    Rhythm(double[] hours, double[] days) {
        this.hours = scaledToMeanOne(hours);
        this.days = scaledToMeanOne(days);
    }

    double at(long instant, ZoneId zone) {
        long local = Math.floorDiv(instant, 1000)
                + zone.getRules().getOffset(Instant.ofEpochMilli(instant)).getTotalSeconds();
        long secondOfDay = Math.floorMod(local, DAY);
        int hour = (int) (secondOfDay / 3600);
        double intoHour = (secondOfDay % 3600) / 3600.0;
        double between = hours[hour] * (1 - intoHour) + hours[(hour + 1) % 24] * intoHour;
        // The epoch was a Thursday, the fourth day of the week.
        return between * days[(int) Math.floorMod(Math.floorDiv(local, DAY) + 3, 7L)];
    }

    /** No moment of the week is busier than this. */
    double peak() {
        return Arrays.stream(hours).max().orElseThrow()
                * Arrays.stream(days).max().orElseThrow();
    }

    private static double[] scaledToMeanOne(double[] weights) {
        double mean = Arrays.stream(weights).average().orElseThrow();
        return Arrays.stream(weights).map(weight -> weight / mean).toArray();
    }
}
