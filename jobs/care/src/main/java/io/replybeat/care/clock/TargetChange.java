package io.replybeat.care.clock;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Something began to be owed to a customer, or ended to be: answered, given up, moved to another tier or instant.
 *
 * @param at the event it changed with, milliseconds
 * @param begins else it ends
 */
public record TargetChange(String brand, String conversationId, long at, boolean begins, RunningTarget target) {

    /** Whose target it is, unique among those of a brand. */
    public String key() {
        return conversationId + '|' + target.target().word() + '|' + target.id();
    }

    /** On its way between two tasks and in state until event time has come. */
    public enum TargetChangeCodec implements Codec<TargetChange> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(TargetChange change, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            Wire.writeString(change.brand, out);
            Wire.writeString(change.conversationId, out);
            Wire.writeSigned(change.at, out);
            out.writeBoolean(change.begins);
            change.target.write(out);
        }

        @Override
        public TargetChange read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("target of version " + version + ", this build reads up to " + VERSION);
            }
            return new TargetChange(
                    Wire.readName(in),
                    Wire.readString(in),
                    Wire.readSigned(in),
                    in.readBoolean(),
                    RunningTarget.read(in));
        }
    }
}
