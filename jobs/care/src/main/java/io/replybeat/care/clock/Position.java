package io.replybeat.care.clock;

import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Event;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/** A place in a timeline: the order of DEFINITIONS §3, without the event. */
record Position(long occurredAt, long sequence, String eventId) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::occurredAt)
            .thenComparingLong(Position::sequence)
            .thenComparing(Position::eventId);

    static Position of(Event event) {
        return new Position(event.occurredAt(), event.sequence(), event.eventId());
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    static void write(Position position, DataOutput out) throws IOException {
        out.writeBoolean(position != null);
        if (position != null) {
            Wire.writeSigned(position.occurredAt, out);
            Wire.writeSigned(position.sequence, out);
            Wire.writeString(position.eventId, out);
        }
    }

    static Position read(DataInput in) throws IOException {
        return in.readBoolean() ? new Position(Wire.readSigned(in), Wire.readSigned(in), Wire.readString(in)) : null;
    }
}
