package io.replybeat.stream.intake;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.event.EventCodec;
import io.replybeat.care.message.SaidCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How does an accepted event travel with its words, as far as they go? The event, then the words. */
public enum AcceptedCodec implements Codec<Arrival.Accepted> {
    CODEC;

    @Override
    public void write(Arrival.Accepted accepted, DataOutput out) throws IOException {
        EventCodec.CODEC.write(accepted.event(), out);
        SaidCodec.CODEC.write(accepted.said(), out);
    }

    @Override
    public Arrival.Accepted read(DataInput in) throws IOException {
        return new Arrival.Accepted(EventCodec.CODEC.read(in), SaidCodec.CODEC.read(in));
    }
}
