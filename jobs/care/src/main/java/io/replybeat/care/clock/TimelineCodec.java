package io.replybeat.care.clock;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How does a conversation lie in state? Its last stretch, the state at its end, and where the earlier stretches begin. */
public enum TimelineCodec implements Codec<Timeline> {
    CODEC;

    private static final int VERSION = 2;

    @Override
    public void write(Timeline timeline, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        Stretch.StretchCodec.CODEC.write(timeline.last, out);
        ConversationState.CODEC.write(timeline.end, out);
        Position.write(timeline.lastPosition, out);
        Position.write(timeline.settledUpTo, out);
        Wire.writeVarLong(timeline.earlierStarts.length, out);
        long previous = 0;
        for (long start : timeline.earlierStarts) {
            Wire.writeSigned(start - previous, out);
            previous = start;
        }
        out.writeLong(timeline.seenAt);
        out.writeLong(timeline.wakeUpAt);
    }

    @Override
    public Timeline read(DataInput in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("timeline of version " + version + ", this build reads version " + VERSION);
        }
        Timeline timeline = new Timeline();
        timeline.last = Stretch.StretchCodec.CODEC.read(in);
        timeline.end = ConversationState.CODEC.read(in);
        timeline.lastPosition = Position.read(in);
        timeline.settledUpTo = Position.read(in);
        timeline.earlierStarts = new long[(int) Wire.readVarLong(in)];
        long previous = 0;
        for (int i = 0; i < timeline.earlierStarts.length; i++) {
            previous += Wire.readSigned(in);
            timeline.earlierStarts[i] = previous;
        }
        timeline.seenAt = in.readLong();
        timeline.wakeUpAt = in.readLong();
        return timeline;
    }
}
