package io.replybeat.care.clock;

import static io.replybeat.care.document.Fields.NONE;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.event.Payload.Status;
import io.replybeat.care.fact.Attributes;
import io.replybeat.care.fact.Durations;
import io.replybeat.care.fact.Fact.Anchor;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What must be remembered of a conversation so that its next event can be told what it means: the folded timeline.
 *
 * <p>Of constant size, however long the conversation. Only {@link ConversationClock} changes it; instants are
 * milliseconds, {@code NONE} where there is none.
 */
final class ConversationState {

    /** An instant a duration is measured from, with the pauses before it: active time is what lies between two marks. */
    record Mark(String eventId, long at, long pausedBefore) {
        static final Mark NOWHERE = new Mark(null, NONE, 0);

        boolean exists() {
            return at != NONE;
        }
    }

    /** Something that happened, and how long it had taken. */
    record Reached(long at, Durations durations) {}

    /** Customers' messages that wait for an answer; {@code since} obeys the policy, {@code id} names the first of them. */
    record Wait(String id, Mark since, int messages, Attributes attributes, boolean afterFirstResponse) {}

    Mark start = Mark.NOWHERE;
    String network;
    long lastEventAt = NONE;
    long firstMessageAt = NONE;
    Status status = Status.OPEN;
    /** Since when nobody is owed an answer: resolved, or no reply needed. */
    long closedAt = NONE;

    final Pauses pauses;

    Wait wait;
    int answeredWaits;

    Mark firstCustomerMessage = Mark.NOWHERE;
    Mark handoffOrReopen = Mark.NOWHERE;
    Anchor handoffOrReopenKind = Anchor.FIRST_MESSAGE;
    Reached firstResponse;

    Mark cycleStart = Mark.NOWHERE;
    int reopenCount;
    Reached firstResolution;
    Reached lastResolution;
    int handoffs;

    int customerMessages;
    int agentReplies;
    int botReplies;
    int automationMessages;
    int internalNotes;

    String assignedAgent;
    String assignedTeam;
    String lastAgent;
    String lastTeam;
    /** What people said it is about; wins over what the rules made of it. */
    int tierByPeople;

    String topicByPeople;
    /** The highest of its customer messages. */
    int tierByRules;
    /** Of its gravest customer message, of the first of several as grave ones. */
    String topicByRules;

    int gravityOfTopic;
    String language;
    Sentiment sentiment;
    Attributes opening;

    ConversationState() {
        this(new Pauses());
    }

    private ConversationState(Pauses pauses) {
        this.pauses = pauses;
    }

    boolean isNew() {
        return !start.exists();
    }

    int cycle() {
        return reopenCount + 1;
    }

    /** The person in charge: who it was assigned to, else who last answered. */
    String agent() {
        return assignedAgent != null ? assignedAgent : lastAgent;
    }

    int tier() {
        return tierByPeople != 0 ? tierByPeople : tierByRules;
    }

    String topic() {
        return topicByPeople != null ? topicByPeople : topicByRules;
    }

    String team() {
        return assignedTeam != null ? assignedTeam : lastTeam;
    }

    Attributes attributes(String network, String agent, String team) {
        return new Attributes(network, agent, team, tier(), topic(), language);
    }

    Mark mark(String eventId, long at, long openAt) {
        return new Mark(eventId, at, pauses.until(openAt));
    }

    ConversationState copy() {
        ConversationState copy = new ConversationState(pauses.copy());
        copy.start = start;
        copy.network = network;
        copy.lastEventAt = lastEventAt;
        copy.firstMessageAt = firstMessageAt;
        copy.status = status;
        copy.closedAt = closedAt;
        copy.wait = wait;
        copy.answeredWaits = answeredWaits;
        copy.firstCustomerMessage = firstCustomerMessage;
        copy.handoffOrReopen = handoffOrReopen;
        copy.handoffOrReopenKind = handoffOrReopenKind;
        copy.firstResponse = firstResponse;
        copy.cycleStart = cycleStart;
        copy.reopenCount = reopenCount;
        copy.firstResolution = firstResolution;
        copy.lastResolution = lastResolution;
        copy.handoffs = handoffs;
        copy.customerMessages = customerMessages;
        copy.agentReplies = agentReplies;
        copy.botReplies = botReplies;
        copy.automationMessages = automationMessages;
        copy.internalNotes = internalNotes;
        copy.assignedAgent = assignedAgent;
        copy.assignedTeam = assignedTeam;
        copy.lastAgent = lastAgent;
        copy.lastTeam = lastTeam;
        copy.tierByPeople = tierByPeople;
        copy.topicByPeople = topicByPeople;
        copy.tierByRules = tierByRules;
        copy.topicByRules = topicByRules;
        copy.gravityOfTopic = gravityOfTopic;
        copy.language = language;
        copy.sentiment = sentiment;
        copy.opening = opening;
        return copy;
    }

    static final Codec<ConversationState> CODEC = new ConversationStateCodec();

    /** Version 2; the fields in the order of the class. */
    private static final class ConversationStateCodec implements Codec<ConversationState> {
        private static final int VERSION = 2;
        private static final Status[] STATUSES = Status.values();
        private static final Anchor[] ANCHORS = Anchor.values();
        private static final Sentiment.Label[] LABELS = Sentiment.Label.values();

        @Override
        public void write(ConversationState s, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            writeMark(s.start, out);
            Wire.writeString(s.network, out);
            Wire.writeSigned(s.lastEventAt, out);
            Wire.writeSigned(s.firstMessageAt, out);
            out.writeByte(s.status.ordinal());
            Wire.writeSigned(s.closedAt, out);
            s.pauses.write(out);
            out.writeBoolean(s.wait != null);
            if (s.wait != null) {
                Wire.writeString(s.wait.id(), out);
                writeMark(s.wait.since(), out);
                Wire.writeVarLong(s.wait.messages(), out);
                Attributes.CODEC.write(s.wait.attributes(), out);
                out.writeBoolean(s.wait.afterFirstResponse());
            }
            Wire.writeVarLong(s.answeredWaits, out);
            writeMark(s.firstCustomerMessage, out);
            writeMark(s.handoffOrReopen, out);
            out.writeByte(s.handoffOrReopenKind.ordinal());
            writeReached(s.firstResponse, out);
            writeMark(s.cycleStart, out);
            Wire.writeVarLong(s.reopenCount, out);
            writeReached(s.firstResolution, out);
            writeReached(s.lastResolution, out);
            Wire.writeVarLong(s.handoffs, out);
            Wire.writeVarLong(s.customerMessages, out);
            Wire.writeVarLong(s.agentReplies, out);
            Wire.writeVarLong(s.botReplies, out);
            Wire.writeVarLong(s.automationMessages, out);
            Wire.writeVarLong(s.internalNotes, out);
            Wire.writeString(s.assignedAgent, out);
            Wire.writeString(s.assignedTeam, out);
            Wire.writeString(s.lastAgent, out);
            Wire.writeString(s.lastTeam, out);
            out.writeByte(s.tierByPeople);
            Wire.writeString(s.topicByPeople, out);
            out.writeByte(s.tierByRules);
            Wire.writeString(s.topicByRules, out);
            out.writeByte(s.gravityOfTopic);
            Wire.writeString(s.language, out);
            out.writeBoolean(s.sentiment != null);
            if (s.sentiment != null) {
                out.writeByte(s.sentiment.label().ordinal());
                out.writeDouble(s.sentiment.score());
            }
            out.writeBoolean(s.opening != null);
            if (s.opening != null) {
                Attributes.CODEC.write(s.opening, out);
            }
        }

        @Override
        public ConversationState read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("conversation state of version " + version
                        + " cannot be read by this release, which reads " + VERSION);
            }
            Mark start = readMark(in);
            String network = Wire.readString(in);
            long lastEventAt = Wire.readSigned(in);
            long firstMessageAt = Wire.readSigned(in);
            Status status = STATUSES[in.readByte()];
            long closedAt = Wire.readSigned(in);
            ConversationState s = new ConversationState(Pauses.read(in));
            s.start = start;
            s.network = network;
            s.lastEventAt = lastEventAt;
            s.firstMessageAt = firstMessageAt;
            s.status = status;
            s.closedAt = closedAt;
            if (in.readBoolean()) {
                s.wait = new Wait(
                        Wire.readString(in),
                        readMark(in),
                        (int) Wire.readVarLong(in),
                        Attributes.CODEC.read(in),
                        in.readBoolean());
            }
            s.answeredWaits = (int) Wire.readVarLong(in);
            s.firstCustomerMessage = readMark(in);
            s.handoffOrReopen = readMark(in);
            s.handoffOrReopenKind = ANCHORS[in.readByte()];
            s.firstResponse = readReached(in);
            s.cycleStart = readMark(in);
            s.reopenCount = (int) Wire.readVarLong(in);
            s.firstResolution = readReached(in);
            s.lastResolution = readReached(in);
            s.handoffs = (int) Wire.readVarLong(in);
            s.customerMessages = (int) Wire.readVarLong(in);
            s.agentReplies = (int) Wire.readVarLong(in);
            s.botReplies = (int) Wire.readVarLong(in);
            s.automationMessages = (int) Wire.readVarLong(in);
            s.internalNotes = (int) Wire.readVarLong(in);
            s.assignedAgent = Wire.readString(in);
            s.assignedTeam = Wire.readString(in);
            s.lastAgent = Wire.readString(in);
            s.lastTeam = Wire.readString(in);
            s.tierByPeople = in.readByte();
            s.topicByPeople = Wire.readString(in);
            s.tierByRules = in.readByte();
            s.topicByRules = Wire.readString(in);
            s.gravityOfTopic = in.readByte();
            s.language = Wire.readString(in);
            if (in.readBoolean()) {
                s.sentiment = new Sentiment(LABELS[in.readByte()], in.readDouble());
            }
            if (in.readBoolean()) {
                s.opening = Attributes.CODEC.read(in);
            }
            return s;
        }

        private static void writeMark(Mark mark, DataOutput out) throws IOException {
            out.writeBoolean(mark.exists());
            if (mark.exists()) {
                Wire.writeString(mark.eventId(), out);
                Wire.writeSigned(mark.at(), out);
                Wire.writeSigned(mark.pausedBefore(), out);
            }
        }

        private static Mark readMark(DataInput in) throws IOException {
            return in.readBoolean()
                    ? new Mark(Wire.readString(in), Wire.readSigned(in), Wire.readSigned(in))
                    : Mark.NOWHERE;
        }

        private static void writeReached(Reached reached, DataOutput out) throws IOException {
            out.writeBoolean(reached != null);
            if (reached != null) {
                Wire.writeSigned(reached.at(), out);
                Wire.writeSigned(reached.durations().seconds(), out);
                Wire.writeSigned(reached.durations().businessSeconds(), out);
                Wire.writeSigned(reached.durations().activeBusinessSeconds(), out);
                out.writeBoolean(reached.durations().inBusinessHours());
            }
        }

        private static Reached readReached(DataInput in) throws IOException {
            if (!in.readBoolean()) {
                return null;
            }
            return new Reached(
                    Wire.readSigned(in),
                    new Durations(Wire.readSigned(in), Wire.readSigned(in), Wire.readSigned(in), in.readBoolean()));
        }
    }
}
