package io.replybeat.stream.window;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.metric.Summary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** {@link Summary#CODEC} under a name that a savepoint can hold. */
enum SummaryCodec implements Codec<Summary> {
    CODEC;

    @Override
    public void write(Summary summary, DataOutput out) throws IOException {
        Summary.CODEC.write(summary, out);
    }

    @Override
    public Summary read(DataInput in) throws IOException {
        return Summary.CODEC.read(in);
    }
}
