package io.replybeat.care.metric;

import io.replybeat.care.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The first version of a codec: its version byte, then the value. A value within another value goes without the byte. */
record Versioned<T>(Writer<T> writer, Reader<T> reader) implements Codec<T> {

    private static final byte VERSION = 1;

    interface Writer<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    @Override
    public void write(T value, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        writer.write(value, out);
    }

    @Override
    public T read(DataInput in) throws IOException {
        byte version = in.readByte();
        if (version != VERSION) {
            throw new IOException("written in version " + version + ", but this program reads version " + VERSION);
        }
        return reader.read(in);
    }
}
