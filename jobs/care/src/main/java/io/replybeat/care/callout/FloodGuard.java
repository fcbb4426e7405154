package io.replybeat.care.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.FloodGuard.Memory;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.document.Fields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Which of an author's callouts are looked at? Keyed by brand and author.
 *
 * <p>All of them up to {@value #MOST} in the brand's window; beyond that one in a {@value #MOST}th of it. Who repeats himself is one
 * author all the same, but each of his posts could begin a surge, and a few authors with thousands of posts would be
 * thousands of beginnings.
 */
public final class FloodGuard implements Fold<Memory, Sign> {

    private static final long serialVersionUID = 1;

    static final int MOST = 20;
    private static final long HOUR = 3_600_000;

    private final Brands brands;

    public FloodGuard(Brands brands) {
        this.brands = brands;
    }

    /** When the last of the author's callouts were, the oldest first. */
    public static final class Memory {
        private final Deque<Long> passed = new ArrayDeque<>();
        private long forgetAt = Fields.NONE;
    }

    @Override
    public Memory start() {
        return new Memory();
    }

    @Override
    public Codec<Memory> codec() {
        return GuardCodec.CODEC;
    }

    @Override
    public void see(Memory memory, Step step, Consumer<Sign> out) {
        Sign sign = step.first();
        if (sign.isPost()) {
            long within = brands.of(sign.brand()).callouts().surge().within();
            while (!memory.passed.isEmpty() && sign.at() - memory.passed.peekFirst() > within) {
                memory.passed.removeFirst();
            }
            if (memory.passed.size() >= MOST && sign.at() - memory.passed.peekLast() < within / MOST) {
                return;
            }
            memory.passed.addLast(sign.at());
            memory.forgetAt = (Math.floorDiv(sign.at() + within, HOUR) + 1) * HOUR;
        }
        out.accept(sign);
    }

    @Override
    public long due(Memory memory) {
        return memory.forgetAt;
    }

    @Override
    public void end(Memory memory, Consumer<Sign> out) {
        memory.passed.clear();
        memory.forgetAt = Fields.NONE;
    }

    @Override
    public boolean isEmpty(Memory memory) {
        return memory.passed.isEmpty();
    }

    /** Version, the times, when to forget them. */
    public enum GuardCodec implements Codec<Memory> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(Memory memory, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            Wire.writeVarLong(memory.passed.size(), out);
            for (long at : memory.passed) {
                Wire.writeSigned(at, out);
            }
            Wire.writeSigned(memory.forgetAt, out);
        }

        @Override
        public Memory read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("guard of version " + version + ", this build reads up to " + VERSION);
            }
            Memory memory = new Memory();
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                memory.passed.addLast(Wire.readSigned(in));
            }
            memory.forgetAt = Wire.readSigned(in);
            return memory;
        }
    }
}
