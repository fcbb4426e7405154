package io.replybeat.stream.window;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.metric.DistinctCounter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** {@link DistinctCounter#CODEC} under a name that a savepoint can hold. */
enum DistinctCounterCodec implements Codec<DistinctCounter> {
    CODEC;

    @Override
    public void write(DistinctCounter counter, DataOutput out) throws IOException {
        DistinctCounter.CODEC.write(counter, out);
    }

    @Override
    public DistinctCounter read(DataInput in) throws IOException {
        return DistinctCounter.CODEC.read(in);
    }
}
