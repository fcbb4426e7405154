package io.replybeat.stream.intake;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Where did a record come from? Names it exactly, so that it can be found again and a second reading is no second finding. */
public sealed interface Origin {

    /** Readable, one per record, and in reading order within its partition or file. */
    String id();

    /** Milliseconds since 1970 UTC at which it arrived there; 0 if not known. */
    long arrivedAt();

    record Kafka(String topic, int partition, long offset, long arrivedAt) implements Origin {
        @Override
        public String id() {
            return "%s|%05d|%019d".formatted(escaped(topic), partition, offset);
        }
    }

    /** @param line counted from 1 */
    record File(String file, long line, long arrivedAt) implements Origin {
        @Override
        public String id() {
            return "%s|%010d".formatted(escaped(file), line);
        }
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("|", "%7C");
    }

    static void write(Origin origin, DataOutput out) throws IOException {
        if (origin instanceof Kafka kafka) {
            out.writeByte(0);
            Wire.writeString(kafka.topic, out);
            Wire.writeVarLong(kafka.partition, out);
            Wire.writeVarLong(kafka.offset, out);
        } else {
            File file = (File) origin;
            out.writeByte(1);
            Wire.writeString(file.file, out);
            Wire.writeVarLong(file.line, out);
        }
        Wire.writeSigned(origin.arrivedAt(), out);
    }

    static Origin read(DataInput in) throws IOException {
        return in.readByte() == 0
                ? new Kafka(Wire.readString(in), (int) Wire.readVarLong(in), Wire.readVarLong(in), Wire.readSigned(in))
                : new File(Wire.readString(in), Wire.readVarLong(in), Wire.readSigned(in));
    }
}
