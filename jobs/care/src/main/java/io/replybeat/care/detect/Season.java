package io.replybeat.care.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How many times as busy as the average is this hour of the day, and this hour of the week?
 *
 * <p>Two tables of what was counted over what the level alone had expected. Both are shrunk towards 1, so that an hour
 * says nothing before it was seen a few times: the first factor is the day's, the second what the weekday adds to it.
 * Between the middles of two hours the factor is drawn as a line; steps would look like small spikes at every full hour.
 */
final class Season {

    private static final int DAY = 24;
    private static final int WEEK = 168;

    /** An hour of the day counts as seen after so many days, an hour of the week after so many weeks. */
    private static final double DAYS_OF_DOUBT = 3;

    private static final double WEEKS_OF_DOUBT = 8;

    /** Below so many messages a table says nothing either: they are chance. */
    private static final double MESSAGES_OF_DOUBT = 20;

    /** Seasons change slowly, and an hour of the week is seen seldom. In visits of the hour: 8 and 16 weeks. */
    private static final double DAILY_HALF_LIFE_VISITS = 56;

    private static final double WEEKLY_HALF_LIFE_VISITS = 16;

    /** How much of an hour is forgotten with each of its buckets. */
    record Pace(double bucketsPerHour, double dailyFade, double weeklyFade) {

        static Pace of(double bucketsPerHour) {
            return new Pace(
                    bucketsPerHour,
                    Math.pow(0.5, 1 / (DAILY_HALF_LIFE_VISITS * bucketsPerHour)),
                    Math.pow(0.5, 1 / (WEEKLY_HALF_LIFE_VISITS * bucketsPerHour)));
        }
    }

    // Floats: the table is most of the state, and 7 digits are more than the season has.
    private final float[] dailyCounted = new float[DAY];
    private final float[] dailyExpected = new float[DAY];
    private final float[] weeklyCounted = new float[WEEK];
    private final float[] weeklyExpected = new float[WEEK];

    /** The factor at this hour of the week when so many messages an hour are usual. */
    double factor(double hourOfWeek, double perHour) {
        double sinceMiddle = hourOfWeek - 0.5;
        int hour = (int) Math.floor(sinceMiddle);
        double share = sinceMiddle - hour;
        return (1 - share) * ofHour(Math.floorMod(hour, WEEK), perHour) + share * ofHour((hour + 1) % WEEK, perHour);
    }

    private double ofHour(int hour, double perHour) {
        return ofDay(hour % DAY, perHour) * shrunk(weeklyCounted[hour], weeklyExpected[hour], WEEKS_OF_DOUBT * perHour);
    }

    private double ofDay(int hour, double perHour) {
        return shrunk(dailyCounted[hour], dailyExpected[hour], DAYS_OF_DOUBT * perHour);
    }

    private static double shrunk(double counted, double expected, double doubt) {
        return (counted + MESSAGES_OF_DOUBT + doubt) / (expected + MESSAGES_OF_DOUBT + doubt);
    }

    void learn(double hourOfWeek, double count, double level, Pace pace) {
        int hour = (int) hourOfWeek;
        int ofDay = hour % DAY;
        double expectedByDay = level * ofDay(ofDay, level * pace.bucketsPerHour);
        dailyCounted[ofDay] = (float) (dailyCounted[ofDay] * pace.dailyFade + count);
        dailyExpected[ofDay] = (float) (dailyExpected[ofDay] * pace.dailyFade + level);
        weeklyCounted[hour] = (float) (weeklyCounted[hour] * pace.weeklyFade + count);
        weeklyExpected[hour] = (float) (weeklyExpected[hour] * pace.weeklyFade + expectedByDay);
    }

    void write(DataOutput out) throws IOException {
        for (float[] table : tables()) {
            for (float value : table) {
                out.writeFloat(value);
            }
        }
    }

    static Season read(DataInput in) throws IOException {
        Season read = new Season();
        for (float[] table : read.tables()) {
            for (int i = 0; i < table.length; i++) {
                table[i] = in.readFloat();
            }
        }
        return read;
    }

    private float[][] tables() {
        return new float[][] {dailyCounted, dailyExpected, weeklyCounted, weeklyExpected};
    }
}
