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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Does the customer sound better with every exchange, or worse?
 *
 * <p>An exchange is what the customer wrote since the last reply of a human agent, and the next one; its mood is the mean score of
 * these messages, in millionths. Messages without a score say nothing of the mood, and an exchange that sounds as the one before
 * neither counts nor interrupts.
 *
 * <p>Nothing is told before a row of exchanges, each worse than the one before, is as long as the brand's policy asks for: hardly any
 * ever is, and whoever looks for stories is spared the others. Then the row is told as a whole, each sign with its own time.
 */
final class ExchangeMemory {

    // What the customer has written since the last reply.
    private long heardFrom;
    private String firstHeard;
    private String authorId;
    private AuthorWeight weight = AuthorWeight.ORDINARY;
    private long followers;
    private List<String> topics = List.of();
    private long scores;
    private int scored;

    // The exchanges up to now.
    private boolean any;
    private long mood;
    private long moodAtStart;
    private boolean told;
    /** The signs of this row while it is too short to be told; none once it was. */
    private final List<Sign> untold = new ArrayList<>();

    /** Whether somebody was told that the customer sounds worse and worse, and nobody yet that this is over. */
    boolean isToldToGetWorse() {
        return told;
    }

    void heard(Event event, Message message) {
        if (firstHeard == null) {
            heardFrom = event.occurredAt();
            firstHeard = event.eventId();
        }
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

    /** @param enough so many exchanges in a row are worth telling */
    void answered(Event reply, int enough, Consumer<Sign> out) {
        if (scored > 0) {
            long now = Math.floorDiv(scores, scored);
            if (any && now < mood) {
                worse(sign(Kind.STILL_WORSE, reply, now), enough, out);
            } else if (!any || now > mood) {
                if (told) {
                    out.accept(sign(Kind.BETTER, reply, now));
                }
                startRow(reply, now);
            }
            mood = now;
            any = true;
        }
        nothingHeard();
    }

    private void worse(Sign sign, int enough, Consumer<Sign> out) {
        untold.add(sign);
        told |= untold.size() >= enough;
        if (told) {
            untold.forEach(out);
            untold.clear();
        }
    }

    /** After a resolution the next exchange is a first one. */
    void closed() {
        any = false;
        noRow();
        nothingHeard();
    }

    private void startRow(Event reply, long now) {
        noRow();
        moodAtStart = now;
        untold.add(sign(Kind.WORSE, reply, now));
    }

    private void noRow() {
        told = false;
        untold.clear();
    }

    private void nothingHeard() {
        firstHeard = null;
        scores = 0;
        scored = 0;
    }

    private Sign sign(Kind kind, Event reply, long now) {
        return new Sign(
                kind,
                reply.brand(),
                reply.conversationId(),
                reply.network(),
                firstHeard,
                reply.occurredAt(),
                reply.sequence(),
                heardFrom,
                authorId,
                weight,
                followers,
                topics,
                0,
                now,
                moodAtStart,
                reply.eventId(),
                null);
    }

    void write(DataOutput out) throws IOException {
        Wire.writeSigned(heardFrom, out);
        Wire.writeString(firstHeard, out);
        Wire.writeString(authorId, out);
        out.writeByte(weight.ordinal());
        Wire.writeVarLong(followers, out);
        Wire.writeStrings(topics, out);
        Wire.writeSigned(scores, out);
        Wire.writeVarLong(scored, out);
        out.writeBoolean(any);
        Wire.writeSigned(mood, out);
        Wire.writeSigned(moodAtStart, out);
        out.writeBoolean(told);
        Wire.writeVarLong(untold.size(), out);
        for (Sign sign : untold) {
            SignCodec.CODEC.write(sign, out);
        }
    }

    private static final AuthorWeight[] WEIGHTS = AuthorWeight.values();

    static ExchangeMemory read(DataInput in) throws IOException {
        ExchangeMemory memory = new ExchangeMemory();
        memory.heardFrom = Wire.readSigned(in);
        memory.firstHeard = Wire.readString(in);
        memory.authorId = Wire.readString(in);
        memory.weight = WEIGHTS[in.readByte()];
        memory.followers = Wire.readVarLong(in);
        memory.topics = Wire.readStrings(in);
        memory.scores = Wire.readSigned(in);
        memory.scored = (int) Wire.readVarLong(in);
        memory.any = in.readBoolean();
        memory.mood = Wire.readSigned(in);
        memory.moodAtStart = Wire.readSigned(in);
        memory.told = in.readBoolean();
        for (long left = Wire.readVarLong(in); left > 0; left--) {
            memory.untold.add(SignCodec.CODEC.read(in));
        }
        return memory;
    }
}
