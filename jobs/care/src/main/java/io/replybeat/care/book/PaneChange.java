package io.replybeat.care.book;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.care.metric.Summary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** By how much did a minute of one slice change? {@code series} names the slice; the change may be negative, or nothing. */
public record PaneChange(String series, long minute, Summary change) {

    /** How a change travels from the conversations to the windows. */
    public enum PaneChangeCodec implements Codec<PaneChange> {
        CODEC;

        @Override
        public void write(PaneChange value, DataOutput out) throws IOException {
            Wire.writeString(value.series, out);
            Wire.writeSigned(value.minute / Panes.MINUTE, out);
            Summary.CODEC.write(value.change, out);
        }

        @Override
        public PaneChange read(DataInput in) throws IOException {
            return new PaneChange(Wire.readString(in), Wire.readSigned(in) * Panes.MINUTE, Summary.CODEC.read(in));
        }
    }
}
