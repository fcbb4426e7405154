package io.replybeat.stream.alert;

import io.replybeat.care.clock.TargetChange;
import io.replybeat.care.codec.Codec;
import io.replybeat.care.codec.Wire;
import io.replybeat.stream.codec.CodecType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What is to be done at which instant of event time: take note of changes, then look at targets that get later.
 *
 * <p>Each entry lies by itself in state: in the morning the targets of a whole night may be due at one instant.
 */
final class Agenda {

    /** A change, or else the key of a target to look at. */
    private record Entry(TargetChange change, String look) {}

    /**
     * What was to be done at an instant.
     *
     * @param changes in the order in which they came, that of each conversation its own
     * @param looks each target once; one that is gone by then needs no look
     */
    record Due(List<TargetChange> changes, Set<String> looks) {}

    private static final MapStateDescriptor<Long, Integer> SIZES =
            new MapStateDescriptor<>("agenda-sizes", Types.LONG, Types.INT);
    private static final MapStateDescriptor<String, Entry> ENTRIES =
            new MapStateDescriptor<>("agenda", Types.STRING, CodecType.of(Entry.class, EntryCodec.CODEC));

    private final MapState<Long, Integer> sizes;
    private final MapState<String, Entry> entries;

    Agenda(KeyedStateStore store) {
        sizes = store.getMapState(SIZES);
        entries = store.getMapState(ENTRIES);
    }

    void note(TargetChange change) throws Exception {
        add(change.at(), new Entry(change, null));
    }

    void look(String target, long at) throws Exception {
        add(at, new Entry(null, target));
    }

    private void add(long at, Entry entry) throws Exception {
        Integer size = sizes.get(at);
        int place = size == null ? 0 : size;
        entries.put(key(at, place), entry);
        sizes.put(at, place + 1);
    }

    /** Takes what is due at this instant off the agenda. */
    Due take(long at) throws Exception {
        Due due = new Due(new ArrayList<>(), new LinkedHashSet<>());
        Integer size = sizes.get(at);
        for (int place = 0; size != null && place < size; place++) {
            String key = key(at, place);
            Entry entry = entries.get(key);
            entries.remove(key);
            if (entry.change != null) {
                due.changes.add(entry.change);
            } else {
                due.looks.add(entry.look);
            }
        }
        sizes.remove(at);
        return due;
    }

    private static String key(long at, int place) {
        return at + "|" + place;
    }

    /** Lies in state until its instant. */
    enum EntryCodec implements Codec<Entry> {
        CODEC;

        private static final int VERSION = 1;

        @Override
        public void write(Entry entry, DataOutput out) throws IOException {
            out.writeByte(VERSION);
            out.writeBoolean(entry.change != null);
            if (entry.change != null) {
                TargetChange.TargetChangeCodec.CODEC.write(entry.change, out);
            } else {
                Wire.writeString(entry.look, out);
            }
        }

        @Override
        public Entry read(DataInput in) throws IOException {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("agenda of version " + version + ", this build reads up to " + VERSION);
            }
            return in.readBoolean()
                    ? new Entry(TargetChange.TargetChangeCodec.CODEC.read(in), null)
                    : new Entry(null, Wire.readString(in));
        }
    }
}
