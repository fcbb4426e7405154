package io.replybeat.care.calendar;

import java.util.Arrays;

/**
 * How much open time has passed at an instant of these {@value #DAYS} days? Answers from arrays, without date arithmetic.
 *
 * <p>Stretch {@code i} is open in [opens[i], closes[i]); {@code before[i]} is all the open time up to it. One stretch at
 * the end of time closes the arrays, so that a search always finds one.
 */
final class Page {

    static final int DAYS = 512;
    static final long MILLIS = DAYS * OpeningHours.DAY;

    private final long start;
    private long[] opens = new long[2 * DAYS];
    private long[] closes = new long[2 * DAYS];
    private long[] before = new long[2 * DAYS];
    private int count;
    private long total;

    /** For each 24 hours since the start the first stretch that closes after their beginning. */
    private final int[] firstOfDay = new int[DAYS];

    Page(OpeningHours hours, long start, long openBefore) {
        this.start = start;
        this.total = openBefore;
        hours.between(start, start + MILLIS, this::add);
        add(Long.MAX_VALUE, Long.MAX_VALUE);
        int i = 0;
        for (int day = 0; day < DAYS; day++) {
            while (closes[i] <= start + day * OpeningHours.DAY) {
                i++;
            }
            firstOfDay[day] = i;
        }
    }

    private void add(long from, long until) {
        if (count == opens.length) {
            opens = Arrays.copyOf(opens, 2 * count);
            closes = Arrays.copyOf(closes, 2 * count);
            before = Arrays.copyOf(before, 2 * count);
        }
        opens[count] = from;
        closes[count] = until;
        before[count] = total;
        total += until - from;
        count++;
    }

    /** All the open time up to the end of this page. */
    long openUntilEnd() {
        return total;
    }

    long openUntil(long instant) {
        int i = stretchAt(instant);
        return before[i] + Math.max(0, instant - opens[i]);
    }

    boolean isOpen(long instant) {
        return opens[stretchAt(instant)] <= instant;
    }

    /** The earliest instant at which so much open time has passed; it must be more than before this page. */
    long whenReached(long open) {
        int found = Arrays.binarySearch(before, 0, count, open);
        int following = found >= 0 ? found : -found - 1;
        return opens[following - 1] + open - before[following - 1];
    }

    private int stretchAt(long instant) {
        int i = firstOfDay[(int) ((instant - start) / OpeningHours.DAY)];
        while (closes[i] <= instant) {
            i++;
        }
        return i;
    }
}
