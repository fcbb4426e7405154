package io.replybeat.care.clock;

import io.replybeat.care.codec.Bytes;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of a timeline: the folded state before it and its events in order.
 *
 * <p>A long conversation is many stretches of {@value #FULL} events. Only the last one is touched by the next event, so
 * an event costs the same in a conversation of five messages and of fifty thousand.
 *
 * <p>The events lie encoded, because they are kept for days and looked at only when one arrives out of order: a quarter of
 * the memory, one object for the collector instead of eight an event, and nothing to do when state is loaded or stored.
 */
public final class Stretch {

    static final int FULL = 64;

    /** Read and copied, never changed: all conversations share it. */
    private static final ConversationState NOTHING = new ConversationState();

    final ConversationState before;
    private final Bytes events;
    /** Of each event the hash of its id and its place: most arrivals are seen to be new without decoding any. */
    private int[] marks;

    private int size;
    private long startedAt;

    private Stretch(ConversationState before, Bytes events, int[] marks) {
        this.before = before;
        this.events = events;
        this.marks = marks;
    }

    /** Most conversations are one stretch only: what is before it, nothing, they share. */
    static Stretch after(ConversationState before) {
        return new Stretch(before.isNew() ? NOTHING : before.copy(), new Bytes(), new int[8]);
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size >= FULL;
    }

    /** When the first event happened, in milliseconds. */
    long startedAt() {
        return startedAt;
    }

    void add(Event event) {
        if (size == 0) {
            startedAt = event.occurredAt();
        }
        if (2 * size == marks.length) {
            marks = Arrays.copyOf(marks, 4 * size);
        }
        marks[2 * size] = event.eventId().hashCode();
        marks[2 * size + 1] = events.size();
        size++;
        events.append(event, EventCodec.CODEC);
    }

    /** The event with this id, or null. */
    Event find(String eventId) {
        int hash = eventId.hashCode();
        for (int i = 0; i < size; i++) {
            if (marks[2 * i] == hash) {
                Event event = decode(EventCodec.CODEC::read, i);
                if (event.eventId().equals(eventId)) {
                    return event;
                }
            }
        }
        return null;
    }

    /** In order, decoded anew. */
    List<Event> events() {
        return decodeAll(EventCodec.CODEC::read);
    }

    /** Of the events, in order. */
    List<String> ids() {
        return decodeAll(EventCodec::readId);
    }

    private interface Decoder<T> {
        T read(DataInput in) throws IOException;
    }

    private <T> List<T> decodeAll(Decoder<T> decoder) {
        List<T> decoded = new ArrayList<>(size + 1);
        for (int i = 0; i < size; i++) {
            decoded.add(decode(decoder, i));
        }
        return decoded;
    }

    private <T> T decode(Decoder<T> decoder, int number) {
        try {
            return decoder.read(events.readAt(marks[2 * number + 1]));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** How a stretch lies in state: the state before it, what is known of all its events, then these as they lie here. */
    public enum StretchCodec implements Codec<Stretch> {
        CODEC;

        private static final int VERSION = 2;

        @Override
        public void write(Stretch value, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            ConversationState.CODEC.write(value.before, out);
            Wire.writeVarLong(value.size, out);
            for (int i = 0; i < 2 * value.size; i++) {
                out.writeInt(value.marks[i]);
            }
            Wire.writeSigned(value.startedAt, out);
            value.events.writeTo(out);
        }

        @Override
        public Stretch read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("stretch of version " + version + ", this build reads version " + VERSION);
            }
            ConversationState before = ConversationState.CODEC.read(in);
            int size = (int) Wire.readVarLong(in);
            int[] marks = new int[Math.max(8, 2 * size)];
            for (int i = 0; i < 2 * size; i++) {
                marks[i] = in.readInt();
            }
            long startedAt = Wire.readSigned(in);
            Stretch read = new Stretch(before.isNew() ? NOTHING : before, Bytes.readFrom(in), marks);
            read.size = size;
            read.startedAt = startedAt;
            return read;
        }
    }
}
