package io.replybeat.care.watch;

import io.replybeat.care.codec.Wire;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Understood;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/**
 * What of a message decides whether people should read it first: how grave it is, who listens, how it sounds?
 *
 * @param gravity as {@link Understood#gravity}
 * @param score in millionths, 0 where it has none
 */
record Heard(String eventId, String conversationId, int gravity, long followers, long score) {

    private static final Comparator<Heard> BY_ID =
            Comparator.comparing(Heard::eventId).thenComparing(Heard::conversationId);

    /** The gravest first, then those whose authors have the largest audience. Total, so that no order of arrival matters. */
    static final Comparator<Heard> WEIGHTIEST = Comparator.comparingInt(Heard::gravity)
            .thenComparingLong(Heard::followers)
            .reversed()
            .thenComparingLong(Heard::score)
            .thenComparing(BY_ID);

    /** The most negative first. */
    static final Comparator<Heard> SOUREST = Comparator.comparingLong(Heard::score)
            .thenComparing(Comparator.comparingLong(Heard::followers).reversed())
            .thenComparing(BY_ID);

    static Heard of(Event event, Message message) {
        Understood understood = message.understood();
        return new Heard(
                event.eventId(),
                event.conversationId(),
                understood == null ? 0 : understood.gravity(),
                understood == null ? 0 : understood.reach().followers(),
                message.sentiment() == null ? 0 : message.sentiment().scoreMillionths());
    }

    void write(DataOutput out) throws IOException {
        Wire.writeString(eventId, out);
        Wire.writeString(conversationId, out);
        out.writeByte(gravity);
        Wire.writeSigned(followers, out);
        Wire.writeSigned(score, out);
    }

    static Heard read(DataInput in) throws IOException {
        return new Heard(
                Wire.readString(in), Wire.readString(in), in.readByte(), Wire.readSigned(in), Wire.readSigned(in));
    }
}
