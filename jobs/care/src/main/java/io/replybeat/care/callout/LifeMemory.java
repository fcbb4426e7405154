package io.replybeat.care.callout;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.document.Fields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which stories of one key run, until when was everything dealt with, and what has the brand answered lately? */
public final class LifeMemory {

    /** In the order of their beginnings. */
    final List<Outcry> running = new ArrayList<>();
    /** Calls up to then belong to a story that is over; none if there was none lately. */
    long endedAt = Fields.NONE;
    /** Answers from before a story began: they may be to one of its first calls. */
    final List<Sign> answers = new ArrayList<>();

    /** Version, then the fields in their order. */
    public enum LifeCodec implements Codec<LifeMemory> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(LifeMemory memory, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            Wire.writeVarLong(memory.running.size(), out);
            for (Outcry outcry : memory.running) {
                OutcryCodec.CODEC.write(outcry, out);
            }
            Wire.writeSigned(memory.endedAt, out);
            Wire.writeVarLong(memory.answers.size(), out);
            for (Sign answer : memory.answers) {
                SignCodec.CODEC.write(answer, out);
            }
        }

        @Override
        public LifeMemory read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("life of version " + version + ", this build reads up to " + VERSION);
            }
            LifeMemory memory = new LifeMemory();
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                memory.running.add(OutcryCodec.CODEC.read(in));
            }
            memory.endedAt = Wire.readSigned(in);
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                memory.answers.add(SignCodec.CODEC.read(in));
            }
            return memory;
        }
    }
}
