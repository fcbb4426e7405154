package io.replybeat.care.callout;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.care.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What has just become of a story: the alert as people are told it, and the story as it stands. The story goes on changing. */
public record Moment(Alert alert, Outcry outcry) {

    /** The two, each with its own version. */
    public enum MomentCodec implements Codec<Moment> {
        CODEC;

        @Override
        public void write(Moment moment, DataOutput out) throws IOException {
            AlertCodec.CODEC.write(moment.alert, out);
            OutcryCodec.CODEC.write(moment.outcry, out);
        }

        @Override
        public Moment read(DataInput in) throws IOException {
            return new Moment(AlertCodec.CODEC.read(in), OutcryCodec.CODEC.read(in));
        }
    }
}
