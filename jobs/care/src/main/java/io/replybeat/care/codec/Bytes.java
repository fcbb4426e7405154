package io.replybeat.care.codec;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Encoded values one behind the other, in one array: what many small objects say in a fraction of their memory. The JDK's
 * streams would do, but they take a lock for every write, which took longer than the writing.
 */
public final class Bytes implements DataOutput {

    private static final byte[] NONE = {};

    private byte[] array = NONE;
    private int size;

    public int size() {
        return size;
    }

    /** A copy of all that was written. */
    public byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    /** Writes a value behind what is there. */
    public <T> void append(T value, Codec<T> codec) {
        try {
            codec.write(value, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To read the values from this place on. */
    public DataInputStream readAt(int place) {
        return new DataInputStream(new ByteArrayInputStream(array, place, size - place));
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

    private void makeRoom(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(size + more, Math.max(192, size + size / 2)));
        }
    }

    @Override
    public void write(int value) {
        makeRoom(1);
        array[size++] = (byte) value;
    }

    @Override
    public void write(byte[] values) {
        write(values, 0, values.length);
    }

    @Override
    public void write(byte[] values, int from, int length) {
        makeRoom(length);
        System.arraycopy(values, from, array, size, length);
        size += length;
    }

    @Override
    public void writeBoolean(boolean value) {
        write(value ? 1 : 0);
    }

    @Override
    public void writeByte(int value) {
        write(value);
    }

    @Override
    public void writeShort(int value) {
        write(value >>> 8);
        write(value);
    }

    @Override
    public void writeChar(int value) {
        writeShort(value);
    }

    @Override
    public void writeInt(int value) {
        writeShort(value >>> 16);
        writeShort(value);
    }

    @Override
    public void writeLong(long value) {
        writeInt((int) (value >>> 32));
        writeInt((int) value);
    }

    @Override
    public void writeFloat(float value) {
        writeInt(Float.floatToIntBits(value));
    }

    @Override
    public void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    /** One byte a character: for characters that are one. */
    @Override
    @SuppressWarnings("deprecation") // wrong for other characters, for these the fastest way there is
    public void writeBytes(String text) {
        int length = text.length();
        makeRoom(length);
        text.getBytes(0, length, array, size);
        size += length;
    }

    @Override
    public void writeChars(String text) {
        throw noText();
    }

    @Override
    public void writeUTF(String text) {
        throw noText();
    }

    private static UnsupportedOperationException noText() {
        return new UnsupportedOperationException("text is written by Wire.writeString");
    }
}
