package io.replybeat.care.alert;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.metric.Cut;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How does a moment of an alert's life lie in state and travel to its receivers? Version, then the fields in their order. */
public enum AlertCodec implements Codec<Alert> {
    CODEC;

    private static final int VERSION = 1;
    private static final Rule[] RULES = Rule.values();
    private static final Change[] CHANGES = Change.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final Cut[] CUTS = Cut.values();

    @Override
    public void write(Alert alert, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeByte(alert.rule().ordinal());
        Wire.writeString(alert.brand(), out);
        writeSubject(alert.subject(), out);
        Wire.writeSigned(alert.since(), out);
        Wire.writeSigned(alert.firedAt(), out);
        Wire.writeSigned(alert.updatedAt(), out);
        Wire.writeSigned(alert.resolvedAt(), out);
        out.writeByte(alert.change().ordinal());
        Wire.writeVarLong(alert.revision(), out);
        out.writeByte(alert.severity().ordinal());
        out.writeBoolean(alert.muted());
        writeMeasure(alert.measure(), out);
        Wire.writeString(alert.why(), out);
        writeEvidence(alert.evidence(), out);
    }

    @Override
    public Alert read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("alert of version " + version + ", this build reads up to " + VERSION);
        }
        return new Alert(
                RULES[in.readByte()],
                Wire.readName(in),
                readSubject(in),
                Wire.readSigned(in),
                Wire.readSigned(in),
                Wire.readSigned(in),
                Wire.readSigned(in),
                CHANGES[in.readByte()],
                (int) Wire.readVarLong(in),
                SEVERITIES[in.readByte()],
                in.readBoolean(),
                readMeasure(in),
                Wire.readString(in),
                readEvidence(in));
    }

    private static void writeMeasure(Measure measure, DataOutput out) throws IOException {
        Wire.writeString(measure.name(), out);
        out.writeDouble(measure.value());
        out.writeDouble(measure.expected());
        out.writeDouble(measure.low());
        out.writeDouble(measure.high());
        out.writeDouble(measure.threshold());
    }

    private static Measure readMeasure(DataInput in) throws IOException {
        return new Measure(
                Wire.readName(in), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }

    private static void writeEvidence(Evidence evidence, DataOutput out) throws IOException {
        Wire.writeStrings(evidence.messageIds(), out);
        Wire.writeStrings(evidence.conversationIds(), out);
        Wire.writeVarLong(evidence.causes().size(), out);
        for (Cause cause : evidence.causes()) {
            writeSubject(cause.subject(), out);
            out.writeDouble(cause.value());
            out.writeDouble(cause.expected());
            out.writeDouble(cause.share());
        }
        Wire.writeVarLong(evidence.joined().size(), out);
        for (Subject subject : evidence.joined()) {
            writeSubject(subject, out);
        }
    }

    private static Evidence readEvidence(DataInput in) throws IOException {
        List<String> messages = Wire.readStrings(in);
        List<String> conversations = Wire.readStrings(in);
        List<Cause> causes = new ArrayList<>();
        for (long left = Wire.readVarLong(in); left > 0; left--) {
            causes.add(new Cause(readSubject(in), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        List<Subject> joined = new ArrayList<>();
        for (long left = Wire.readVarLong(in); left > 0; left--) {
            joined.add(readSubject(in));
        }
        return new Evidence(messages, conversations, causes, joined);
    }

    private static void writeSubject(Subject subject, DataOutput out) throws IOException {
        out.writeByte(subject.cut().ordinal());
        Wire.writeString(subject.name(), out);
    }

    private static Subject readSubject(DataInput in) throws IOException {
        return new Subject(CUTS[in.readByte()], Wire.readName(in));
    }
}
