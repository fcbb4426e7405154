package io.replybeat.care.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.document.Fields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Who talks about the topic of a complaint that was left unanswered? Keyed by brand and topic.
 *
 * <p>Lets signs through only while there is such a complaint, each with the complaint's id as its {@link Sign#story}: so a busy
 * topic where everybody is answered costs nothing further on, and a complaint has one story. The oldest complaint counts; one
 * that is left later takes its place once the brand's span is over or the older one is answered. While posts
 * keep coming the crowd stays.
 */
public final class Crowd implements Fold<Crowd.Memory, Sign> {

    private static final long serialVersionUID = 1;

    private final Brands brands;

    public Crowd(Brands brands) {
        this.brands = brands;
    }

    /** The complaint, or null, and until when the crowd stays. */
    public static final class Memory {
        private Sign complaint;
        private long until = Fields.NONE;
    }

    @Override
    public Memory start() {
        return new Memory();
    }

    @Override
    public Codec<Memory> codec() {
        return CrowdCodec.CODEC;
    }

    @Override
    public void see(Memory memory, Step step, Consumer<Sign> out) {
        Sign sign = step.first();
        long within = brands.of(sign.brand()).callouts().snowball().within();
        if (sign.is(Kind.COMPLAINT_LEFT)) {
            if (memory.complaint == null || !sign.isWithin(within, memory.complaint)) {
                memory.complaint = sign;
                memory.until = Math.max(memory.until, sign.at() + within);
                out.accept(sign.ofStory(sign.eventId()));
            }
        } else if (memory.complaint != null) {
            out.accept(sign.ofStory(memory.complaint.eventId()));
            if (sign.isPost()) {
                memory.until = Math.max(memory.until, sign.at() + within);
            } else if (isAnswer(sign) && sign.conversationId().equals(memory.complaint.conversationId())) {
                memory.complaint = null;
                memory.until = Fields.NONE;
            }
        }
    }

    private static boolean isAnswer(Sign sign) {
        return sign.is(Kind.ANSWER) || sign.is(Kind.CLOSED);
    }

    @Override
    public long due(Memory memory) {
        return memory.until;
    }

    @Override
    public void end(Memory memory, Consumer<Sign> out) {
        memory.complaint = null;
        memory.until = Fields.NONE;
    }

    @Override
    public boolean isEmpty(Memory memory) {
        return memory.complaint == null;
    }

    /** Version, whether there is a complaint, the complaint, until when. */
    public enum CrowdCodec implements Codec<Memory> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(Memory memory, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            out.writeBoolean(memory.complaint != null);
            if (memory.complaint != null) {
                SignCodec.CODEC.write(memory.complaint, out);
            }
            Wire.writeSigned(memory.until, out);
        }

        @Override
        public Memory read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("crowd of version " + version + ", this build reads up to " + VERSION);
            }
            Memory memory = new Memory();
            memory.complaint = in.readBoolean() ? SignCodec.CODEC.read(in) : null;
            memory.until = Wire.readSigned(in);
            return memory;
        }
    }
}
