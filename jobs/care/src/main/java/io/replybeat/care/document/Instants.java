package io.replybeat.care.document;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How is an instant written: exactly as {@link Instant#toString()} does, in a tenth of the time.
 *
 * <p>Every document holds several instants and every window's id two; of all instants of a minute the day is the same, so
 * it is worked out once.
 */
public final class Instants {

    private static final long SECOND = 1_000;
    private static final long DAY = 86_400 * SECOND;

    private record Day(long number, String text) {}

    /** The last day that was written. Threads may overwrite each other's: a record is safe however it is seen. */
    private static Day last = new Day(0, "1970-01-01");

    private Instants() {}

    public static String text(long millis) {
        if (millis % SECOND != 0) {
            return Instant.ofEpochMilli(millis).toString();
        }
        long number = Math.floorDiv(millis, DAY);
        Day day = last;
        if (day.number != number) {
            day = new Day(number, LocalDate.ofEpochDay(number).toString());
            last = day;
        }
        int second = (int) (Math.floorMod(millis, DAY) / SECOND);
        StringBuilder text = new StringBuilder(20).append(day.text).append('T');
        append(second / 3600, text);
        append(second / 60 % 60, text.append(':'));
        append(second % 60, text.append(':'));
        return text.append('Z').toString();
    }

    private static void append(int number, StringBuilder text) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
