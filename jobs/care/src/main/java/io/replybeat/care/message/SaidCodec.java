package io.replybeat.care.message;

import static io.replybeat.care.codec.Wire.readSigned;
import static io.replybeat.care.codec.Wire.readString;
import static io.replybeat.care.codec.Wire.writeSigned;
import static io.replybeat.care.codec.Wire.writeString;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.message.Said.Profile;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How do the words of a message pass from one task to the next, where source and enrichment are not chained? */
public enum SaidCodec implements Codec<Said> {
    CODEC;

    private static final int ABSENT = 0;
    private static final int NO = 1;
    private static final int YES = 2;

    @Override
    public void write(Said said, DataOutput out) throws IOException {
        writeString(said.text(), out);
        writeString(said.inReplyTo(), out);
        Profile author = said.author();
        writeString(author.handle(), out);
        writeNumber(author.followers(), out);
        writeNumber(author.following(), out);
        writeTruth(author.verified(), out);
        writeTruth(author.hasAvatar(), out);
        writeTruth(author.industryPlayer(), out);
        writeSigned(author.accountCreatedAt(), out);
    }

    @Override
    public Said read(DataInput in) throws IOException {
        return new Said(
                readString(in),
                readString(in),
                new Profile(
                        readString(in),
                        readNumber(in),
                        readNumber(in),
                        readTruth(in),
                        readTruth(in),
                        readTruth(in),
                        readSigned(in)));
    }

    private static void writeNumber(Long number, DataOutput out) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            writeSigned(number, out);
        }
    }

    private static Long readNumber(DataInput in) throws IOException {
        return in.readBoolean() ? readSigned(in) : null;
    }

    private static void writeTruth(Boolean truth, DataOutput out) throws IOException {
        out.writeByte(truth == null ? ABSENT : truth ? YES : NO);
    }

    private static Boolean readTruth(DataInput in) throws IOException {
        int truth = in.readByte();
        return truth == ABSENT ? null : (Boolean) (truth == YES);
    }
}
