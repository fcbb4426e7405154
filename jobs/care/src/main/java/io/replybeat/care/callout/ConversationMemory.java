package io.replybeat.care.callout;

import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.document.Fields;
import io.replybeat.care.event.Event;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** What has to be remembered of a conversation until its next event: who waits for an answer, and how the exchanges went. */
public final class ConversationMemory {

    private static final long DAY = 86_400_000;

    /** As tags set it; 0 where none did. */
    int tier;
    /** The oldest callout without an answer, or null; {@code postDue} is when the patience with it ends, none if it has. */
    Sign post;

    long postDue = Fields.NONE;
    /** The customer's oldest message with a topic and without an answer, or null: people may say later that it is grave. */
    Sign asked;
    /** The oldest grave complaint without an answer, or null, in the same way. */
    Sign complaint;

    long complaintDue = Fields.NONE;
    /** What the brand does is told, about these topics, until then. */
    List<String> notedTopics = List.of();

    long notedUntil = Fields.NONE;
    long forgetAt = Fields.NONE;
    ExchangeMemory exchange = new ExchangeMemory();

    void remember(Event event) {
        // To the full day: one timer a day and conversation, not one a message.
        long day = Math.floorDiv(event.occurredAt() + ConversationReading.REMEMBERED, DAY) + 1;
        forgetAt = Math.max(forgetAt, day * DAY);
    }

    /** A complaint that waits from now on, unless one does already. */
    void complain(Sign post, long due) {
        if (complaint == null) {
            note(post);
            complaint = post;
            complaintDue = due;
        }
    }

    void note(Sign post) {
        if (!isNoted() || notedTopics.isEmpty()) {
            notedTopics = post.topics();
        }
        notedUntil = post.at() + ConversationReading.REMEMBERED;
    }

    boolean isNoted() {
        return notedUntil != Fields.NONE;
    }

    void tell(Kind kind, Event event, Consumer<Sign> out) {
        if (isNoted()) {
            out.accept(doing(kind, event));
        }
    }

    Sign doing(Kind kind, Event event) {
        List<String> topics = complaint != null ? complaint.topics() : notedTopics;
        return ConversationReading.doing(kind, event, topics);
    }

    /** People say so: nobody's patience ends. What was told already goes on. */
    void complaintIsNotGrave() {
        if (complaintDue != Fields.NONE) {
            complaint = null;
            complaintDue = Fields.NONE;
        }
    }

    void nobodyWaits() {
        post = null;
        postDue = Fields.NONE;
        asked = null;
        complaint = null;
        complaintDue = Fields.NONE;
    }

    void forget() {
        nobodyWaits();
        tier = 0;
        notedTopics = List.of();
        notedUntil = Fields.NONE;
        forgetAt = Fields.NONE;
        exchange = new ExchangeMemory();
    }

    public boolean isEmpty() {
        return forgetAt == Fields.NONE;
    }

    /** Version, then the fields in their order. */
    public enum MemoryCodec implements Codec<ConversationMemory> {
        CODEC;

        private static final int VERSION = 3;

        @Override
        public void write(ConversationMemory memory, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            out.writeByte(memory.tier);
            writeSign(memory.post, out);
            Wire.writeSigned(memory.postDue, out);
            writeSign(memory.asked, out);
            writeSign(memory.complaint, out);
            Wire.writeSigned(memory.complaintDue, out);
            Wire.writeStrings(memory.notedTopics, out);
            Wire.writeSigned(memory.notedUntil, out);
            Wire.writeSigned(memory.forgetAt, out);
            memory.exchange.write(out);
        }

        @Override
        public ConversationMemory read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("memory of version " + version + ", this build reads " + VERSION);
            }
            ConversationMemory memory = new ConversationMemory();
            memory.tier = in.readByte();
            memory.post = readSign(in);
            memory.postDue = Wire.readSigned(in);
            memory.asked = readSign(in);
            memory.complaint = readSign(in);
            memory.complaintDue = Wire.readSigned(in);
            memory.notedTopics = Wire.readStrings(in);
            memory.notedUntil = Wire.readSigned(in);
            memory.forgetAt = Wire.readSigned(in);
            memory.exchange = ExchangeMemory.read(in);
            return memory;
        }

        private static void writeSign(Sign sign, DataOutput out) throws IOException {
            out.writeBoolean(sign != null);
            if (sign != null) {
                SignCodec.CODEC.write(sign, out);
            }
        }

        private static Sign readSign(DataInput in) throws IOException {
            return in.readBoolean() ? SignCodec.CODEC.read(in) : null;
        }
    }
}
