package io.replybeat.care.alert;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How long has a slice been unusual, and since when does it look usual again? */
final class Life {

    final long since;
    private long clearSince = NONE;
    private boolean enough;
    private boolean wasBeyond;

    Life(long since) {
        this.since = since;
    }

    /** What was outside the usual itself is over once it is inside; what only rose is over once the rise is. */
    void note(Sighting sighting, long from) {
        boolean goesOn = sighting.starts() || sighting.beyond() || !wasBeyond && sighting.rising();
        if (!goesOn) {
            clear(from);
            return;
        }
        clearSince = NONE;
        wasBeyond |= sighting.beyond();
        enough |= sighting.enough();
    }

    void clear(long from) {
        if (clearSince == NONE) {
            clearSince = from;
        }
    }

    /** Whether it looks usual, and only time must show that it stays so. */
    boolean isClearing() {
        return clearSince != NONE;
    }

    boolean isOver(long at, AlertPolicy policy) {
        return clearSince != NONE && at - clearSince >= policy.allClear().toMillis();
    }

    boolean isReady(long at, AlertPolicy policy) {
        return enough
                && clearSince == NONE
                && at - since >= policy.forDuration().toMillis();
    }

    /** When time alone may change something, or {@link Long#MAX_VALUE}. */
    long nextChange(long at, AlertPolicy policy) {
        if (clearSince != NONE) {
            return clearSince + policy.allClear().toMillis();
        }
        long ready = since + policy.forDuration().toMillis();
        return ready > at ? ready : Long.MAX_VALUE;
    }

    void write(DataOutput out) throws IOException {
        Wire.writeSigned(since, out);
        Wire.writeSigned(clearSince, out);
        out.writeBoolean(enough);
        out.writeBoolean(wasBeyond);
    }

    static Life read(DataInput in) throws IOException {
        Life life = new Life(Wire.readSigned(in));
        life.clearSince = Wire.readSigned(in);
        life.enough = in.readBoolean();
        life.wasBeyond = in.readBoolean();
        return life;
    }
}
