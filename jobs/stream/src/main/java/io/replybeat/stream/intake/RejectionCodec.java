package io.replybeat.stream.intake;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How does a rejection travel? Version, reason, words, origin, original bytes. */
public enum RejectionCodec implements Codec<Rejection> {
    CODEC;

    private static final int VERSION = 1;

    @Override
    public void write(Rejection rejection, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeByte(rejection.reason().ordinal());
        Wire.writeString(rejection.field(), out);
        Wire.writeString(rejection.detail(), out);
        Origin.write(rejection.origin(), out);
        Wire.writeVarLong(rejection.original().length, out);
        out.write(rejection.original());
    }

    @Override
    public Rejection read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("rejection of version " + version + ", this build reads up to " + VERSION);
        }
        Reason reason = Reason.at(in.readByte());
        String field = Wire.readString(in);
        String detail = Wire.readString(in);
        Origin origin = Origin.read(in);
        byte[] original = new byte[(int) Wire.readVarLong(in)];
        in.readFully(original);
        return new Rejection(reason, field, detail, origin, original);
    }
}
