package io.replybeat.care.callout;

import io.replybeat.care.callout.Sign.Kind;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.AuthorWeight;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Understood;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Does the customer sound better with every exchange, or worse?
 *
 * <p>An exchange is what the customer wrote since the last reply of a human agent, and the next one; its mood is the mean score of
 * these messages, in millionths. Messages without a score say nothing of the mood.
 */
final class ExchangeMemory {

    // What the customer has written since the last reply.
    private long heardFrom;
    private String lastHeard;
    private String authorId;
    private AuthorWeight weight = AuthorWeight.ORDINARY;
    private long followers;
    private List<String> topics = List.of();
    private long scores;
    private int scored;

    // The exchanges up to now.
    private boolean any;
    private long mood;
    private long runSince;
    private long moodAtStart;
    private int worse;

    boolean isGettingWorse() {
        return worse > 0;
    }

    void heard(Event event, Message message) {
        if (lastHeard == null) {
            heardFrom = event.occurredAt();
        }
        lastHeard = event.eventId();
        authorId = message.author().id();
        Understood understood = message.understood();
        if (understood != null) {
            weight = understood.reach().weight();
            followers = understood.reach().followers();
            topics = understood.topics();
        }
        if (message.sentiment() != null) {
            scores += message.sentiment().scoreMillionths();
            scored++;
        }
    }

    void answered(Event reply, Consumer<Sign> out) {
        if (scored > 0) {
            long now = Math.floorDiv(scores, scored);
            if (any && now <= mood) {
                out.accept(sign(worse == 0 ? Kind.WORSE : Kind.STILL_WORSE, reply, now));
                worse++;
            } else {
                if (worse > 0) {
                    out.accept(sign(Kind.BETTER, reply, now));
                }
                startRun(now);
            }
            mood = now;
            any = true;
        }
        nothingHeard();
    }

    /** After a resolution the next exchange is a first one. */
    void closed() {
        any = false;
        worse = 0;
        nothingHeard();
    }

    private void startRun(long now) {
        worse = 0;
        runSince = heardFrom;
        moodAtStart = now;
    }

    private void nothingHeard() {
        lastHeard = null;
        scores = 0;
        scored = 0;
    }

    private Sign sign(Kind kind, Event reply, long now) {
        return new Sign(
                kind,
                reply.brand(),
                reply.conversationId(),
                reply.network(),
                lastHeard,
                reply.occurredAt(),
                reply.sequence(),
                runSince,
                authorId,
                weight,
                followers,
                topics,
                0,
                now,
                moodAtStart,
                null);
    }

    void write(DataOutput out) throws IOException {
        Wire.writeSigned(heardFrom, out);
        Wire.writeString(lastHeard, out);
        Wire.writeString(authorId, out);
        out.writeByte(weight.ordinal());
        Wire.writeVarLong(followers, out);
        Wire.writeStrings(topics, out);
        Wire.writeSigned(scores, out);
        Wire.writeVarLong(scored, out);
        out.writeBoolean(any);
        Wire.writeSigned(mood, out);
        Wire.writeSigned(runSince, out);
        Wire.writeSigned(moodAtStart, out);
        Wire.writeVarLong(worse, out);
    }

    private static final AuthorWeight[] WEIGHTS = AuthorWeight.values();

    static ExchangeMemory read(DataInput in) throws IOException {
        ExchangeMemory memory = new ExchangeMemory();
        memory.heardFrom = Wire.readSigned(in);
        memory.lastHeard = Wire.readString(in);
        memory.authorId = Wire.readString(in);
        memory.weight = WEIGHTS[in.readByte()];
        memory.followers = Wire.readVarLong(in);
        memory.topics = Wire.readStrings(in);
        memory.scores = Wire.readSigned(in);
        memory.scored = (int) Wire.readVarLong(in);
        memory.any = in.readBoolean();
        memory.mood = Wire.readSigned(in);
        memory.runSince = Wire.readSigned(in);
        memory.moodAtStart = Wire.readSigned(in);
        memory.worse = (int) Wire.readVarLong(in);
        return memory;
    }
}
