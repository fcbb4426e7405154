package io.replybeat.care.clock;

import io.replybeat.care.codec.Bytes;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which events of a conversation came in time to be judged, and in which order?
 *
 * <p>Judgements of the moment (alerts) see each event once, in the order of event time, and only if it was there when event
 * time passed it: then they are the same for every order of arrival within the watermark's bound. Of copies and corrections
 * that were there in time the one that {@link Correction} prefers counts. An event whose correction moved it in time is two.
 *
 * <p>Mutable. Events lie encoded: in a replay of a history all of them wait at once.
 */
public final class Timely {

    private record Moment(long at, String eventId) {}

    private Bytes waiting = new Bytes();
    private int size;
    private long earliest = Long.MAX_VALUE;

    /** Waits until event time passes it. */
    public void add(Event event) {
        waiting.append(event, EventCodec.CODEC);
        size++;
        earliest = Math.min(earliest, event.occurredAt());
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** When the first of those that wait happened; {@link Long#MAX_VALUE} if none waits. */
    public long earliest() {
        return earliest;
    }

    /** Event time has come to {@code now}: those that happened until then and count, in timeline order. They wait no more. */
    public List<Event> passedBy(long now) {
        Map<Moment, Event> passed = new HashMap<>();
        Timely ahead = new Timely();
        DataInputStream in = waiting.readAt(0);
        for (int left = size; left > 0; left--) {
            Event event = read(in);
            if (event.occurredAt() > now) {
                ahead.add(event);
                continue;
            }
            passed.merge(
                    new Moment(event.occurredAt(), event.eventId()),
                    event,
                    (known, arrival) -> Correction.replaces(arrival, known) ? arrival : known);
        }
        waiting = ahead.waiting;
        size = ahead.size;
        earliest = ahead.earliest;
        List<Event> ordered = new ArrayList<>(passed.values());
        ordered.sort(Event.TIMELINE_ORDER);
        return ordered;
    }

    private static Event read(DataInput in) {
        try {
            return EventCodec.CODEC.read(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Version, how many, the first of them, then event by event. */
    public enum TimelyCodec implements Codec<Timely> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(Timely timely, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            Wire.writeVarLong(timely.size, out);
            Wire.writeSigned(timely.earliest, out);
            timely.waiting.writeTo(out);
        }

        @Override
        public Timely read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("events of version " + version + ", this build reads up to " + VERSION);
            }
            Timely timely = new Timely();
            timely.size = (int) Wire.readVarLong(in);
            timely.earliest = Wire.readSigned(in);
            timely.waiting = Bytes.readFrom(in);
            return timely;
        }
    }
}
