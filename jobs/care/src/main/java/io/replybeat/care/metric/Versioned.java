package io.replybeat.care.metric;

import io.replybeat.care.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A codec that says its version: the version byte, then the value. A value within another value goes without the byte. */
record Versioned<T>(int version, Writer<T> writer, Reader<T> reader) implements Codec<T> {

    interface Writer<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    @Override
    public void write(T value, DataOutput out) throws IOException {
        out.writeByte(version);
        writer.write(value, out);
    }

    @Override
    public T read(DataInput in) throws IOException {
        byte written = in.readByte();
        if (written != version) {
            throw new IOException("written in version " + written + ", but this program reads version " + version);
        }
        return reader.read(in);
    }
}
