package io.replybeat.stream.elastic;

import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What a writer needs to go on where another stopped: the last version it gave out and what it still owed.
 *
 * <p>The operations keep their versions. Sent again with new ones, an old document restored on one subtask could
 * overwrite a newer one that another subtask has written since.
 */
record WriterState(long lastVersion, List<Operation> undelivered) {

    /** Flink writes one part after the other and deals them out when the parallelism changes. */
    private static final int OPERATIONS_IN_A_PART = 1_000;

    /** At least one part, for the version must not be lost. */
    static List<WriterState> inParts(long lastVersion, List<Operation> undelivered) {
        List<WriterState> parts = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(undelivered.size(), from + OPERATIONS_IN_A_PART);
            parts.add(new WriterState(lastVersion, undelivered.subList(from, to)));
            from = to;
        } while (from < undelivered.size());
        return parts;
    }

    static final class Serializer implements SimpleVersionedSerializer<WriterState> {

        private static final int VERSION = 1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(WriterState state) throws IOException {
            int size = 64;
            for (Operation operation : state.undelivered) {
                size += operation.size();
            }
            DataOutputSerializer out = new DataOutputSerializer(size);
            Wire.writeVarLong(state.lastVersion, out);
            Wire.writeVarLong(state.undelivered.size(), out);
            for (Operation operation : state.undelivered) {
                Wire.writeString(operation.index(), out);
                Wire.writeString(operation.id(), out);
                Wire.writeVarLong(operation.version(), out);
                Wire.writeVarLong(operation.isDelete() ? 0 : operation.source().length + 1L, out);
                if (!operation.isDelete()) {
                    out.write(operation.source());
                }
            }
            return out.getCopyOfBuffer();
        }

        @Override
        public WriterState deserialize(int version, byte[] serialized) throws IOException {
            if (version != VERSION) {
                throw new IOException("state of the Elasticsearch sink, version " + version + ", is newer than this"
                        + " program knows (" + VERSION + "): restore it with the program that wrote it or a later one");
            }
            DataInputDeserializer in = new DataInputDeserializer(serialized);
            long lastVersion = Wire.readVarLong(in);
            int count = Math.toIntExact(Wire.readVarLong(in));
            List<Operation> undelivered = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                undelivered.add(
                        new Operation(Wire.readString(in), Wire.readString(in), Wire.readVarLong(in), readSource(in)));
            }
            return new WriterState(lastVersion, undelivered);
        }

        private static byte[] readSource(DataInput in) throws IOException {
            int length = Math.toIntExact(Wire.readVarLong(in)) - 1;
            if (length < 0) {
                return null;
            }
            byte[] source = new byte[length];
            in.readFully(source);
            return source;
        }
    }
}
