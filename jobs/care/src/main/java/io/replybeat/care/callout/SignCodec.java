package io.replybeat.care.callout;

import static io.replybeat.care.codec.Wire.readName;
import static io.replybeat.care.codec.Wire.readSigned;
import static io.replybeat.care.codec.Wire.readString;
import static io.replybeat.care.codec.Wire.readStrings;
import static io.replybeat.care.codec.Wire.readVarLong;
import static io.replybeat.care.codec.Wire.writeSigned;
import static io.replybeat.care.codec.Wire.writeString;
import static io.replybeat.care.codec.Wire.writeStrings;
import static io.replybeat.care.codec.Wire.writeVarLong;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.event.Payload.AuthorWeight;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How does a sign travel and lie in state? About 80 bytes: version, then the fields in their order. */
public enum SignCodec implements Codec<Sign> {
    CODEC;

    private static final int VERSION = 2;
    private static final Sign.Kind[] KINDS = Sign.Kind.values();
    private static final AuthorWeight[] WEIGHTS = AuthorWeight.values();

    @Override
    public void write(Sign sign, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeByte(sign.kind().ordinal());
        writeString(sign.brand(), out);
        writeString(sign.conversationId(), out);
        writeString(sign.network(), out);
        writeString(sign.eventId(), out);
        writeSigned(sign.at(), out);
        writeSigned(sign.sequence(), out);
        writeSigned(sign.at() - sign.since(), out);
        writeString(sign.authorId(), out);
        out.writeByte(sign.weight().ordinal());
        writeVarLong(sign.followers(), out);
        writeStrings(sign.topics(), out);
        out.writeLong(sign.words());
        writeSigned(sign.mood(), out);
        writeSigned(sign.moodBefore(), out);
        writeString(sign.cause(), out);
        writeString(sign.story(), out);
    }

    @Override
    public Sign read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("sign of version " + version + ", this build reads " + VERSION);
        }
        Sign.Kind kind = KINDS[in.readByte()];
        String brand = readName(in);
        String conversationId = readString(in);
        String network = readName(in);
        String eventId = readString(in);
        long at = readSigned(in);
        return new Sign(
                kind,
                brand,
                conversationId,
                network,
                eventId,
                at,
                readSigned(in),
                at - readSigned(in),
                readString(in),
                WEIGHTS[in.readByte()],
                readVarLong(in),
                readStrings(in),
                in.readLong(),
                readSigned(in),
                readSigned(in),
                readString(in),
                readString(in));
    }
}
