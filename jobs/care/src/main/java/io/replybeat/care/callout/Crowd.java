package io.replybeat.care.callout;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.callout.CalloutPolicy.Snowball;
import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.document.Fields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Who talks about the topic of a complaint that was left unanswered, beyond those who always do? Keyed by brand and topic.
 *
 * <p>Lets posts through only while there is such a complaint, each with the complaint's id as its {@link Sign#story}: so a busy
 * topic where everybody is answered costs nothing further on, and a complaint has one story. The oldest complaint counts; one
 * that is left later takes its place once the brand's span is over or the older one is answered. While posts
 * keep coming the crowd stays.
 *
 * <p>Posts are usual until they are more than the brand's growth times those of as long a span before the complaint was written; usual
 * ones are let through only if their authors weigh. They are counted in parts, {@value #PARTS} to patience and span together. A
 * complaint that people call grave up to a span after its patience is compared so; if it is later, the posts from before it was
 * written are forgotten, and the earliest span that is kept stands for it.
 */
public final class Crowd implements Fold<Crowd.Memory, Sign> {

    private static final long serialVersionUID = 1;

    static final int PARTS = 24;
    private static final long HOUR = 3_600_000;

    private final Brands brands;

    public Crowd(Brands brands) {
        this.brands = brands;
    }

    /** The complaint, or null, until when the crowd stays, and how many posts came when. */
    public static final class Memory {
        private Sign complaint;
        private long until = Fields.NONE;
        /** So many posts more are usual. */
        private long usual;
        /** By the start of a part. */
        private final TreeMap<Long, Integer> posts = new TreeMap<>();

        private long forgetAt = Fields.NONE;
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
        Snowball policy = brands.of(sign.brand()).callouts().snowball();
        if (sign.is(Kind.COMPLAINT_LEFT)) {
            if (memory.complaint == null || !sign.isWithin(policy.within(), memory.complaint)) {
                memory.complaint = sign;
                memory.until = Math.max(memory.until, sign.at() + policy.within());
                memory.usual = policy.growth() * before(memory, writtenOrKept(sign, policy), policy);
                out.accept(sign.ofStory(sign.eventId()));
            }
            return;
        }
        if (sign.isPost()) {
            count(memory, sign.at(), policy);
        }
        if (!sign.isPost()) {
            // A snowball may run on whose complaint another one has taken the place of: its answer ends it all the
            // same.
            out.accept(sign);
            if (memory.complaint != null && sign.conversationId().equals(memory.complaint.conversationId())) {
                noComplaint(memory);
            }
        } else if (memory.complaint != null) {
            memory.until = Math.max(memory.until, sign.at() + policy.within());
            if (memory.usual-- <= 0 || sign.isCallout()) {
                out.accept(sign.ofStory(memory.complaint.eventId()));
            }
        }
    }

    private static void count(Memory memory, long at, Snowball policy) {
        long kept = policy.unanswered() + 2 * policy.within();
        memory.posts.headMap(partOf(at - kept, policy)).clear();
        memory.posts.merge(partOf(at, policy), 1, Integer::sum);
        memory.forgetAt = (Math.floorDiv(at + kept + lengthOfPart(policy), HOUR) + 1) * HOUR;
    }

    /** The instant of the complaint, or the earliest up to which a whole span is kept. */
    private static long writtenOrKept(Sign complaint, Snowball policy) {
        return Math.max(complaint.since(), complaint.at() - policy.unanswered() - policy.within());
    }

    /** How many posts there were in the brand's span up to then. */
    private static long before(Memory memory, long instant, Snowball policy) {
        return memory.posts.subMap(partOf(instant - policy.within(), policy), partOf(instant, policy)).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static long partOf(long at, Snowball policy) {
        return Math.floorDiv(at, lengthOfPart(policy)) * lengthOfPart(policy);
    }

    private static long lengthOfPart(Snowball policy) {
        return Math.max(1, (policy.unanswered() + policy.within()) / PARTS);
    }

    private static void noComplaint(Memory memory) {
        memory.complaint = null;
        memory.until = Fields.NONE;
        memory.usual = 0;
    }

    @Override
    public long due(Memory memory) {
        return ConversationReading.earlier(memory.until, memory.forgetAt);
    }

    @Override
    public void end(Memory memory, Consumer<Sign> out) {
        if (due(memory) == memory.until) {
            noComplaint(memory);
        } else {
            memory.posts.clear();
            memory.forgetAt = Fields.NONE;
        }
    }

    @Override
    public boolean isEmpty(Memory memory) {
        return memory.complaint == null && memory.posts.isEmpty();
    }

    /** Version, whether there is a complaint, the complaint, until when, what is usual, the posts, when to forget them. */
    public enum CrowdCodec implements Codec<Memory> {
        CODEC;

        private static final int VERSION = 2;

        @Override
        public void write(Memory memory, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            out.writeBoolean(memory.complaint != null);
            if (memory.complaint != null) {
                SignCodec.CODEC.write(memory.complaint, out);
            }
            Wire.writeSigned(memory.until, out);
            Wire.writeSigned(memory.usual, out);
            Wire.writeVarLong(memory.posts.size(), out);
            for (Map.Entry<Long, Integer> part : memory.posts.entrySet()) {
                Wire.writeSigned(part.getKey(), out);
                Wire.writeVarLong(part.getValue(), out);
            }
            Wire.writeSigned(memory.forgetAt, out);
        }

        @Override
        public Memory read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("crowd of version " + version + ", this build reads " + VERSION);
            }
            Memory memory = new Memory();
            memory.complaint = in.readBoolean() ? SignCodec.CODEC.read(in) : null;
            memory.until = Wire.readSigned(in);
            memory.usual = Wire.readSigned(in);
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                memory.posts.put(Wire.readSigned(in), (int) Wire.readVarLong(in));
            }
            memory.forgetAt = Wire.readSigned(in);
            return memory;
        }
    }
}
