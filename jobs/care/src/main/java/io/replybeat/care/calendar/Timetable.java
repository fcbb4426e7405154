package io.replybeat.care.calendar;

import java.time.ZoneId;
import java.util.List;

/**
 * Keeps the {@link Page}s of a calendar that somebody asked for, each built when first needed.
 *
 * <p>A page is about 25 KB for two shifts a day; of the others only their open time is kept. The first question about 2026
 * walks through the days since 1970 once, a few milliseconds.
 */
final class Timetable {

    private final OpeningHours hours;
    private final long base;
    private final long closedForeverFrom;
    private final Page[] pages;

    /** The open time before each page; the first {@code summed + 1} are known. */
    private final long[] openBefore;

    private int summed;

    Timetable(ZoneId zone, List<CalendarVersion> versions) {
        this.hours = new OpeningHours(zone, versions);
        this.base = base(zone, versions.get(0));
        CalendarVersion last = versions.get(versions.size() - 1);
        this.closedForeverFrom = last.isNeverOpen() ? base(zone, last) + 4 * OpeningHours.DAY : Long.MAX_VALUE;
        int size = (int) Math.max(1, (BusinessCalendar.HORIZON - base) / Page.MILLIS);
        this.pages = new Page[size];
        this.openBefore = new long[size + 1];
        this.openBefore[0] = base;
    }

    /** Two days before the version begins, so that no zone has begun yet; at the epoch if it holds from always. */
    private static long base(ZoneId zone, CalendarVersion version) {
        long epoch = 0;
        return version.isFromAlways()
                ? epoch
                : Math.max(
                        epoch,
                        version.effectiveFrom().atStartOfDay(zone).toInstant().toEpochMilli() - 2 * OpeningHours.DAY);
    }

    long openUntil(long instant) {
        if (instant <= base) {
            return instant;
        }
        long index = (instant - base) / Page.MILLIS;
        return index >= pages.length
                ? openBefore(pages.length)
                : page((int) index).openUntil(instant);
    }

    boolean isOpen(long instant) {
        if (instant < base) {
            return true;
        }
        long index = (instant - base) / Page.MILLIS;
        return index < pages.length && page((int) index).isOpen(instant);
    }

    long whenReached(long open) {
        if (open <= base) {
            return open;
        }
        int index = pageThatReaches(open);
        return index < 0 ? BusinessCalendar.NEVER : page(index).whenReached(open);
    }

    private int pageThatReaches(long open) {
        int low = 0;
        int high = summed;
        while (openBefore[high] < open) {
            if (high == pages.length || base + high * Page.MILLIS >= closedForeverFrom) {
                return -1;
            }
            low = high;
            openBefore(++high);
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (openBefore[middle] < open) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Page page(int index) {
        Page page = pages[index];
        if (page == null) {
            page = new Page(hours, base + index * Page.MILLIS, openBefore(index));
            pages[index] = page;
        }
        return page;
    }

    private long openBefore(int index) {
        while (summed < index) {
            Page page = pages[summed] != null
                    ? pages[summed]
                    : new Page(hours, base + summed * Page.MILLIS, openBefore[summed]);
            openBefore[++summed] = page.openUntilEnd();
        }
        return openBefore[index];
    }
}
