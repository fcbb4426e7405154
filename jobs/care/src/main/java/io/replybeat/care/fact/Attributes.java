package io.replybeat.care.fact;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Who and what was concerned, as it was at the event: the network, the person and team that get the credit, and the
 * conversation's tier (0 = none), topic and language at that moment. Absent values are null.
 */
public record Attributes(String network, String agentId, String teamId, int tier, String topic, String language) {

    public static final Codec<Attributes> CODEC = new Codec<>() {
        @Override
        public void write(Attributes value, DataOutput out) throws IOException {
            Wire.writeString(value.network, out);
            Wire.writeString(value.agentId, out);
            Wire.writeString(value.teamId, out);
            out.writeByte(value.tier);
            Wire.writeString(value.topic, out);
            Wire.writeString(value.language, out);
        }

        @Override
        public Attributes read(DataInput in) throws IOException {
            return new Attributes(
                    Wire.readName(in),
                    Wire.readName(in),
                    Wire.readName(in),
                    in.readByte(),
                    Wire.readName(in),
                    Wire.readName(in));
        }
    };
}
