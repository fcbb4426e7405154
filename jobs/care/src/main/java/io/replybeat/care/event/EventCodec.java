package io.replybeat.care.event;

import static io.replybeat.care.codec.Wire.readName;
import static io.replybeat.care.codec.Wire.readSigned;
import static io.replybeat.care.codec.Wire.readString;
import static io.replybeat.care.codec.Wire.writeSigned;
import static io.replybeat.care.codec.Wire.writeString;

import io.replybeat.care.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How does an event travel through a shuffle and lie in state? About 100 bytes for a message.
 *
 * <p>Layout: version, envelope, one byte for the payload's kind, payload. Enums are one byte, their position in the
 * declaration: append constants, never reorder them.
 */
public enum EventCodec implements Codec<Event> {
    CODEC;

    private static final int VERSION = 3;

    @Override
    public void write(Event event, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        writeString(event.eventId(), out);
        writeSigned(event.revision(), out);
        writeString(event.brand(), out);
        writeString(event.conversationId(), out);
        writeString(event.network(), out);
        writeSigned(event.occurredAt(), out);
        writeIngestedAt(event, out);
        writeSigned(event.sequence(), out);
        PayloadCodec.write(event.payload(), out);
    }

    /** Reads only the id of an event and leaves the rest. */
    public static String readId(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("event of version " + version + ", this build reads up to " + VERSION);
        }
        return readString(in);
    }

    @Override
    public Event read(DataInput in) throws IOException {
        String eventId = readId(in);
        int revision = (int) readSigned(in);
        String brand = readName(in);
        String conversationId = readString(in);
        String network = readName(in);
        long occurredAt = readSigned(in);
        long ingestedAt = readIngestedAt(occurredAt, in);
        long sequence = readSigned(in);
        return new Event(
                eventId,
                revision,
                brand,
                conversationId,
                network,
                occurredAt,
                ingestedAt,
                sequence,
                PayloadCodec.read(in));
    }

    /** As the delay since the event, mostly two or three bytes instead of six. */
    private static void writeIngestedAt(Event event, DataOutput out) throws IOException {
        boolean known = event.ingestedAt() != Event.UNKNOWN;
        out.writeBoolean(known);
        if (known) {
            writeSigned(event.ingestedAt() - event.occurredAt(), out);
        }
    }

    private static long readIngestedAt(long occurredAt, DataInput in) throws IOException {
        return in.readBoolean() ? occurredAt + readSigned(in) : Event.UNKNOWN;
    }
}
