package io.replybeat.care.callout;

import io.replybeat.care.alert.Rule;
import io.replybeat.care.alert.Severity;
import io.replybeat.care.alert.Subject;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.metric.Cut;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How does a running story lie in state? Version, what it began with, then what became of it. */
public enum OutcryCodec implements Codec<Outcry> {
    CODEC;

    private static final int VERSION = 1;
    private static final Rule[] RULES = Rule.values();
    private static final Cut[] CUTS = Cut.values();
    private static final Outcry.End[] ENDS = Outcry.End.values();
    private static final Severity[] SEVERITIES = Severity.values();

    @Override
    public void write(Outcry outcry, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeByte(outcry.rule.ordinal());
        Wire.writeString(outcry.brand, out);
        out.writeByte(outcry.subject.cut().ordinal());
        Wire.writeString(outcry.subject.name(), out);
        Wire.writeSigned(outcry.since, out);
        Wire.writeSigned(outcry.firedAt, out);
        Wire.writeVarLong(outcry.threshold, out);
        Wire.writeVarLong(outcry.calls.size(), out);
        for (Outcry.Call call : outcry.calls) {
            SignCodec.CODEC.write(call.sign(), out);
            Wire.writeSigned(call.answeredAt(), out);
        }
        Wire.writeVarLong(outcry.botAnswers.size(), out);
        for (Sign answer : outcry.botAnswers) {
            SignCodec.CODEC.write(answer, out);
        }
        Wire.writeVarLong(outcry.beyond, out);
        Wire.writeString(outcry.lead, out);
        Wire.writeSigned(outcry.lastAt, out);
        Wire.writeSigned(outcry.updatedAt, out);
        out.writeByte(outcry.end.ordinal());
        Wire.writeVarLong(outcry.revision, out);
        out.writeByte(outcry.severity.ordinal());
        Wire.writeVarLong(outcry.toldCalls, out);
        Wire.writeVarLong(outcry.toldAnswers, out);
    }

    @Override
    public Outcry read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("story of version " + version + ", this build reads up to " + VERSION);
        }
        Outcry outcry = new Outcry(
                RULES[in.readByte()],
                Wire.readName(in),
                new Subject(CUTS[in.readByte()], Wire.readString(in)),
                Wire.readSigned(in),
                Wire.readSigned(in),
                Wire.readVarLong(in));
        for (long left = Wire.readVarLong(in); left > 0; left--) {
            outcry.calls.add(new Outcry.Call(SignCodec.CODEC.read(in), Wire.readSigned(in)));
        }
        for (long left = Wire.readVarLong(in); left > 0; left--) {
            outcry.botAnswers.add(SignCodec.CODEC.read(in));
        }
        outcry.beyond = Wire.readVarLong(in);
        outcry.lead = Wire.readName(in);
        outcry.lastAt = Wire.readSigned(in);
        outcry.updatedAt = Wire.readSigned(in);
        outcry.end = ENDS[in.readByte()];
        outcry.revision = (int) Wire.readVarLong(in);
        outcry.severity = SEVERITIES[in.readByte()];
        outcry.toldCalls = (int) Wire.readVarLong(in);
        outcry.toldAnswers = (int) Wire.readVarLong(in);
        return outcry;
    }
}
