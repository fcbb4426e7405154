package io.replybeat.care.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The few building blocks all codecs share: variable-length numbers, optional strings, lists. */
public final class Wire {

    private static final int SCRATCH_BYTES = 512;

    /**
     * Room to work in, one a thread as a rule: a look into a small array, where a ThreadLocal took a thirtieth of the time of
     * the conversation clock. Two threads of one place take turns to replace each other's; each uses only what it owns.
     */
    private static final Scratch[] SCRATCH = new Scratch[64];

    private record Scratch(Thread owner, byte[] bytes) {}

    private Wire() {}

    /** Unsigned variable length, 1 byte below 128; negative values are allowed and take ten bytes. */
    public static void writeVarLong(long value, DataOutput out) throws IOException {
        while ((value & ~0x7FL) != 0) {
            out.writeByte((int) ((value & 0x7F) | 0x80));
            value >>>= 7;
        }
        out.writeByte((int) value);
    }

    public static long readVarLong(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("variable-length number of more than ten bytes: the state is damaged");
    }

    public static void writeSigned(long value, DataOutput out) throws IOException {
        writeVarLong((value << 1) ^ (value >> 63), out);
    }

    public static long readSigned(DataInput in) throws IOException {
        long raw = readVarLong(in);
        return (raw >>> 1) ^ -(raw & 1);
    }

    /** UTF-8 with its length before it; null is told apart from empty. Unlike writeUTF it has no 64 KiB limit. */
    public static void writeString(String value, DataOutput out) throws IOException {
        if (value == null) {
            out.writeByte(0);
            return;
        }
        int length = value.length();
        if (isAscii(value, length)) {
            writeVarLong(length + 1L, out);
            writeAscii(value, length, out);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        writeVarLong(bytes.length + 1L, out);
        out.write(bytes);
    }

    public static String readString(DataInput in) throws IOException {
        int length = Math.toIntExact(readVarLong(in) - 1);
        if (length < 0) {
            return null;
        }
        byte[] bytes = room(length);
        in.readFully(bytes, 0, length);
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** A string of which there are few different ones, so that equal ones are the same instance ({@link Names}). */
    public static String readName(DataInput in) throws IOException {
        int length = Math.toIntExact(readVarLong(in) - 1);
        if (length < 0) {
            return null;
        }
        byte[] bytes = room(length);
        in.readFully(bytes, 0, length);
        return Names.shared(bytes, length);
    }

    private static byte[] room(int length) {
        if (length > SCRATCH_BYTES) {
            return new byte[length];
        }
        Thread thread = Thread.currentThread();
        int place = (int) thread.getId() & SCRATCH.length - 1;
        Scratch scratch = SCRATCH[place];
        if (scratch == null || scratch.owner != thread) {
            scratch = new Scratch(thread, new byte[SCRATCH_BYTES]);
            SCRATCH[place] = scratch;
        }
        return scratch.bytes;
    }

    public static void writeStrings(List<String> values, DataOutput out) throws IOException {
        writeVarLong(values.size(), out);
        for (String value : values) {
            writeString(value, out);
        }
    }

    /** A list of names, each as {@link #readName}. */
    public static List<String> readStrings(DataInput in) throws IOException {
        int size = (int) readVarLong(in);
        if (size == 0) {
            return List.of();
        }
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(readName(in));
        }
        return List.copyOf(values);
    }

    @SuppressWarnings("deprecation") // wrong for other characters, for these the fastest way there is
    private static void writeAscii(String value, int length, DataOutput out) throws IOException {
        if (out instanceof Bytes own) {
            own.writeBytes(value);
            return;
        }
        byte[] bytes = room(length);
        value.getBytes(0, length, bytes, 0);
        out.write(bytes, 0, length);
    }

    private static boolean isAscii(String value, int length) {
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
