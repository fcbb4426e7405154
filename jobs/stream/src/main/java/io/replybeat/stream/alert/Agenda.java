package io.replybeat.stream.alert;

import io.replybeat.care.clock.TargetChange;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done at one instant of event time: take note of changes, then look at targets that get later.
 *
 * @param looks keys of targets; one that is gone by then needs no look
 */
record Agenda(List<TargetChange> changes, List<String> looks) {

    Agenda() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /** Lies in state until its instant. */
    enum AgendaCodec implements Codec<Agenda> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(Agenda agenda, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            Wire.writeVarLong(agenda.changes.size(), out);
            for (TargetChange change : agenda.changes) {
                TargetChange.TargetChangeCodec.CODEC.write(change, out);
            }
            Wire.writeVarLong(agenda.looks.size(), out);
            for (String look : agenda.looks) {
                Wire.writeString(look, out);
            }
        }

        @Override
        public Agenda read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("agenda of version " + version + ", this build reads up to " + VERSION);
            }
            Agenda agenda = new Agenda();
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                agenda.changes.add(TargetChange.TargetChangeCodec.CODEC.read(in));
            }
            for (long left = Wire.readVarLong(in); left > 0; left--) {
                agenda.looks.add(Wire.readString(in));
            }
            return agenda;
        }
    }
}
