package io.replybeat.care.clock;

import io.replybeat.care.codec.Wire;
import io.replybeat.care.fact.Fact.Sla.Target;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is owed to a customer now, and when is it overdue?
 *
 * @param id of the event it began with; with the target it tells what is owed apart from all else in the conversation
 * @param tier of the conversation, 0 = none
 * @param since when it began, milliseconds
 * @param riskAt when most of the time is used up, {@code dueAt} when all is
 */
public record RunningTarget(Target target, String id, int tier, long since, long riskAt, long dueAt) {

    private static final Target[] TARGETS = Target.values();

    void write(DataOutput out) throws IOException {
        out.writeByte(target.ordinal());
        Wire.writeString(id, out);
        out.writeByte(tier);
        Wire.writeSigned(since, out);
        Wire.writeSigned(riskAt, out);
        Wire.writeSigned(dueAt, out);
    }

    static RunningTarget read(DataInput in) throws IOException {
        return new RunningTarget(
                TARGETS[in.readByte()],
                Wire.readString(in),
                in.readByte(),
                Wire.readSigned(in),
                Wire.readSigned(in),
                Wire.readSigned(in));
    }
}
