package io.replybeat.care.codec;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Encoded values one behind the other, in one array: what many small objects say in a fraction of their memory. Unlike the
 * JDK's stream it does not lock, which took longer than the writing.
 */
public final class Bytes extends OutputStream {

    private static final byte[] NONE = {};

    private byte[] array = NONE;
    private int size;

    public int size() {
        return size;
    }

    /** Writes a value behind what is there. */
    public <T> void append(T value, Codec<T> codec) {
        try {
            codec.write(value, new DataOutputStream(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To read the values from this place on. */
    public DataInputStream readAt(int place) {
        return new DataInputStream(new ByteArrayInputStream(array, place, size - place));
    }

    @Override
    public void write(int value) {
        makeRoom(1);
        array[size++] = (byte) value;
    }

    @Override
    public void write(byte[] values, int from, int length) {
        makeRoom(length);
        System.arraycopy(values, from, array, size, length);
        size += length;
    }

    private void makeRoom(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(size + more, Math.max(128, size + size / 2)));
        }
    }

    /** Their length, then the bytes themselves. */
    public void writeTo(DataOutput out) throws IOException {
        Wire.writeVarLong(size, out);
        out.write(array, 0, size);
    }

    public static Bytes readFrom(DataInput in) throws IOException {
        Bytes read = new Bytes();
        read.size = Math.toIntExact(Wire.readVarLong(in));
        read.array = new byte[read.size];
        in.readFully(read.array);
        return read;
    }
}
