package io.replybeat.stream.intake;

import io.replybeat.care.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How does an arrival travel? As {@link AcceptedCodec what was accepted} with one byte before it, or as its {@link RejectionCodec rejection}. */
public enum ArrivalCodec implements Codec<Arrival> {
    CODEC;

    private static final int ACCEPTED = 1;
    private static final int REJECTED = 2;

    @Override
    public void write(Arrival arrival, DataOutput out) throws IOException {
        if (arrival instanceof Arrival.Accepted accepted) {
            out.writeByte(ACCEPTED);
            AcceptedCodec.CODEC.write(accepted, out);
        } else {
            out.writeByte(REJECTED);
            RejectionCodec.CODEC.write((Rejection) arrival, out);
        }
    }

    @Override
    public Arrival read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case ACCEPTED -> AcceptedCodec.CODEC.read(in);
            case REJECTED -> RejectionCodec.CODEC.read(in);
            default -> throw new IOException("arrival of kind " + kind + ": the bytes are damaged");
        };
    }
}
