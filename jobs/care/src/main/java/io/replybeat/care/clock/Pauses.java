package io.replybeat.care.clock;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * For how long was the conversation paused (pending, snoozed, or resolved until it was reopened)?
 *
 * <p>Everything is in open milliseconds, the calendar's own axis ({@code BusinessCalendar.openMillisUntil}): a pause
 * while the brand is closed has no length. The total is exact for ever; the single stretches are kept as well where a
 * service level runs on active business time, because a due instant moves only by the pauses before it. Beyond {@value
 * #MOST_STRETCHES} stretches the two oldest become one of the same length.
 */
final class Pauses {

    static final int MOST_STRETCHES = 200;
    private static final long NOT_PAUSED = Long.MIN_VALUE;
    private static final long[] NONE = {};

    private long total;
    private long since = NOT_PAUSED;
    private long[] stretches = NONE;
    private int size;

    boolean isPaused() {
        return since != NOT_PAUSED;
    }

    void begin(long openNow) {
        if (since == NOT_PAUSED) {
            since = openNow;
        }
    }

    void end(long openNow, boolean keepStretch) {
        if (since == NOT_PAUSED) {
            return;
        }
        if (openNow > since) {
            total += openNow - since;
            if (keepStretch) {
                add(since, openNow);
            }
        }
        since = NOT_PAUSED;
    }

    /** Paused open milliseconds from the conversation's start until now, a running pause included. */
    long until(long openNow) {
        return total + (since == NOT_PAUSED ? 0 : openNow - since);
    }

    /**
     * Where on the open axis has {@code active} time passed since {@code from}? A pause that lasts ends at {@code
     * resumes}: pass {@link Long#MAX_VALUE} for "nobody knows", and that is the answer where it matters.
     */
    long whenActive(long from, long active, long resumes) {
        long due = from + active;
        for (int i = 0; i < size; i++) {
            due = pushedBack(due, from, stretches[2 * i], stretches[2 * i + 1]);
        }
        return isPaused() ? pushedBack(due, from, since, resumes) : due;
    }

    private static long pushedBack(long due, long from, long begin, long end) {
        long effective = Math.max(begin, from);
        if (end <= effective || due <= effective) {
            return due;
        }
        return end == Long.MAX_VALUE ? Long.MAX_VALUE : due + end - effective;
    }

    private void add(long begin, long end) {
        if (size == MOST_STRETCHES) {
            stretches[2] -= stretches[1] - stretches[0];
            System.arraycopy(stretches, 2, stretches, 0, 2 * (size - 1));
            size--;
        }
        if (2 * size == stretches.length) {
            stretches = Arrays.copyOf(stretches, Math.max(4, 4 * size));
        }
        stretches[2 * size] = begin;
        stretches[2 * size + 1] = end;
        size++;
    }

    Pauses copy() {
        Pauses copy = new Pauses();
        copy.total = total;
        copy.since = since;
        copy.size = size;
        copy.stretches = size == 0 ? NONE : Arrays.copyOf(stretches, 2 * size);
        return copy;
    }

    void write(DataOutput out) throws IOException {
        Wire.writeSigned(total, out);
        out.writeBoolean(isPaused());
        if (isPaused()) {
            Wire.writeSigned(since, out);
        }
        Wire.writeVarLong(size, out);
        for (int i = 0; i < 2 * size; i++) {
            Wire.writeSigned(stretches[i], out);
        }
    }

    static Pauses read(DataInput in) throws IOException {
        Pauses pauses = new Pauses();
        pauses.total = Wire.readSigned(in);
        pauses.since = in.readBoolean() ? Wire.readSigned(in) : NOT_PAUSED;
        pauses.size = (int) Wire.readVarLong(in);
        pauses.stretches = pauses.size == 0 ? NONE : new long[2 * pauses.size];
        for (int i = 0; i < 2 * pauses.size; i++) {
            pauses.stretches[i] = Wire.readSigned(in);
        }
        return pauses;
    }
}
