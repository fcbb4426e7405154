package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.care.codec.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What of a {@link Correspondence} must outlive a crash: what the receiver knows, and what it was still to hear.
 *
 * @param known null if nothing
 * @param heard whether {@code known} was told, or muted
 * @param waiting what is under way included: it is told again, under the same key
 */
record CorrespondenceState(Alert known, boolean heard, List<Alert> waiting) {

    /** Of which alert? */
    String alertId() {
        return (known != null ? known : waiting.get(0)).id();
    }

    static final class Serializer implements SimpleVersionedSerializer<CorrespondenceState> {

        private static final int VERSION = 1;
        private static final int FIRST_GUESS_BYTES = 1024;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(CorrespondenceState state) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(FIRST_GUESS_BYTES);
            out.writeBoolean(state.known != null);
            if (state.known != null) {
                AlertCodec.CODEC.write(state.known, out);
            }
            out.writeBoolean(state.heard);
            Wire.writeVarLong(state.waiting.size(), out);
            for (Alert alert : state.waiting) {
                AlertCodec.CODEC.write(alert, out);
            }
            return out.getCopyOfBuffer();
        }

        @Override
        public CorrespondenceState deserialize(int version, byte[] serialized) throws IOException {
            if (version != VERSION) {
                throw new IOException("state of a receiver of alerts, version " + version + ", is newer than this"
                        + " program knows (" + VERSION + "): restore it with the program that wrote it or a later one");
            }
            DataInputDeserializer in = new DataInputDeserializer(serialized);
            Alert known = in.readBoolean() ? AlertCodec.CODEC.read(in) : null;
            boolean heard = in.readBoolean();
            List<Alert> waiting = new ArrayList<>();
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                waiting.add(AlertCodec.CODEC.read(in));
            }
            return new CorrespondenceState(known, heard, waiting);
        }
    }
}
