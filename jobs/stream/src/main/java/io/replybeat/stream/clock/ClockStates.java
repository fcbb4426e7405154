package io.replybeat.stream.clock;

import io.replybeat.care.clock.EarlierStretches;
import io.replybeat.care.clock.Stretch;
import io.replybeat.care.clock.Timeline;
import io.replybeat.care.clock.TimelineCodec;
import io.replybeat.stream.codec.CodecType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What is kept of each conversation: its timeline, and for long ones the earlier stretches with an index by event id.
 * All three are cleared when the conversation is forgotten.
 */
final class ClockStates implements EarlierStretches {

    private static final ValueStateDescriptor<Timeline> TIMELINE =
            new ValueStateDescriptor<>("timeline", CodecType.ofMutable(Timeline.class, TimelineCodec.CODEC));
    private static final MapStateDescriptor<Integer, Stretch> STRETCHES = new MapStateDescriptor<>(
            "stretches", Types.INT, CodecType.ofMutable(Stretch.class, Stretch.StretchCodec.CODEC));
    private static final MapStateDescriptor<String, Integer> PLACES =
            new MapStateDescriptor<>("places", Types.STRING, Types.INT);

    private final ValueState<Timeline> timeline;
    private final MapState<Integer, Stretch> stretches;
    private final MapState<String, Integer> places;

    ClockStates(KeyedStateStore store) {
        timeline = store.getState(TIMELINE);
        stretches = store.getMapState(STRETCHES);
        places = store.getMapState(PLACES);
    }

    Timeline load() {
        Timeline known = get(timeline::value);
        return known == null ? new Timeline() : known;
    }

    void store(Timeline changed) {
        run(() -> timeline.update(changed));
    }

    void clear() {
        timeline.clear();
        stretches.clear();
        places.clear();
    }

    @Override
    public Stretch get(int number) {
        return get(() -> stretches.get(number));
    }

    @Override
    public void put(int number, Stretch stretch) {
        run(() -> stretches.put(number, stretch));
    }

    @Override
    public void remove(int number) {
        run(() -> stretches.remove(number));
    }

    @Override
    public Integer find(String eventId) {
        return get(() -> places.get(eventId));
    }

    @Override
    public void enter(String eventId, int number) {
        run(() -> places.put(eventId, number));
    }

    @Override
    public void forget(String eventId) {
        run(() -> places.remove(eventId));
    }

    private interface Access {
        void run() throws Exception;
    }

    private interface Read<T> {
        T get() throws Exception;
    }

    private static void run(Access access) {
        get(() -> {
            access.run();
            return null;
        });
    }

    /** A state backend that cannot be read is a failed task, not a business case. */
    private static <T> T get(Read<T> read) {
        try {
            return read.get();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
