package io.replybeat.care.clock;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a timeline: the folded state before it and its events in order.
 *
 * <p>A long conversation is many stretches of {@value #FULL} events. Only the last one is touched by the next event, so
 * an event costs the same in a conversation of five messages and of fifty thousand.
 */
public final class Stretch {

    static final int FULL = 64;

    final ConversationState before;
    final List<Event> events;

    Stretch(ConversationState before, List<Event> events) {
        this.before = before;
        this.events = events;
    }

    static Stretch after(ConversationState before) {
        return new Stretch(before.copy(), new ArrayList<>(4));
    }

    /** The event with this id, or null; the hash first, because ids of one collector are alike up to the last digits. */
    Event find(String eventId) {
        int hash = eventId.hashCode();
        for (int i = events.size() - 1; i >= 0; i--) {
            String other = events.get(i).eventId();
            if (other.hashCode() == hash && other.equals(eventId)) {
                return events.get(i);
            }
        }
        return null;
    }

    /** How a full stretch lies in state: its state before, then its events. */
    public enum StretchCodec implements Codec<Stretch> {
        CODEC;

        @Override
        public void write(Stretch value, DataOutput out) throws IOException {
            ConversationState.CODEC.write(value.before, out);
            Wire.writeVarLong(value.events.size(), out);
            for (Event event : value.events) {
                EventCodec.CODEC.write(event, out);
            }
        }

        @Override
        public Stretch read(DataInput in) throws IOException {
            ConversationState before = ConversationState.CODEC.read(in);
            int size = (int) Wire.readVarLong(in);
            List<Event> events = new ArrayList<>(Math.max(4, size));
            for (int i = 0; i < size; i++) {
                events.add(EventCodec.CODEC.read(in));
            }
            return new Stretch(before, events);
        }
    }
}
