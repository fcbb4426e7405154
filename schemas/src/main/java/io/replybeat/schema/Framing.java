package io.replybeat.schema;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How does a record begin, and what does that say about how it was written? */
public enum Framing {
    SINGLE_OBJECT(""),
    EMPTY("the record has no value; send an event, a care event is never deleted by a tombstone"),
    CONFLUENT("it looks like the framing of a schema registry (0, 4-byte id, body);"
            + " write Avro single-object encoding (C3 01, 8-byte fingerprint, body) instead"),
    JSON("it looks like JSON; write Avro single-object encoding, or give JSON Lines to `replybeat backfill`"),
    CONTAINER_FILE(
            "it looks like an Avro file with a header; write each event by itself in Avro single-object encoding"),
    OTHER("it does not begin with the marker C3 01 of Avro single-object encoding");

    /** Bytes before the body: the marker and the fingerprint of the writer's schema. */
    public static final int HEADER_BYTES = 10;

    private final String hint;

    Framing(String hint) {
        this.hint = hint;
    }

    /** What the sender should do instead, for people. */
    public String hint() {
        return hint;
    }

    public static Framing of(byte[] record) {
        if (record == null || record.length == 0) {
            return EMPTY;
        }
        if (startsWith(record, 0xC3, 0x01)) {
            return SINGLE_OBJECT;
        }
        if (startsWith(record, 'O', 'b', 'j', 1)) {
            return CONTAINER_FILE;
        }
        if (record[0] == 0 && record.length > 5) {
            return CONFLUENT;
        }
        return firstVisible(record) == '{' ? JSON : OTHER;
    }

    static long fingerprint(byte[] record) {
        return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    }

    private static boolean startsWith(byte[] record, int... prefix) {
        if (record.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (record[i] != (byte) prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int firstVisible(byte[] record) {
        for (byte next : record) {
            if (next != ' ' && next != '\t' && next != '\r' && next != '\n') {
                return next;
            }
        }
        return 0;
    }
}
