package io.replybeat.stream.alert;

import io.replybeat.care.codec.Codec;
import io.replybeat.stream.codec.CodecType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * What of each key waits until event time passes it, and survives a crash? {@link Waiting} keeps it in memory, keyed state
 * holds it only in a checkpoint.
 */
public final class HeldBack<T> {

    private static final String NAME = "waiting";

    private final Function<T, String> key;
    private final Waiting<T> waiting;
    private final KeyedStateBackend<String> keyed;
    private final ListState<T> atCheckpoint;
    private final Set<String> keysAtCheckpoint = new HashSet<>();

    /**
     * As of the last checkpoint, if there is one.
     *
     * @param instant when one happened, in milliseconds
     * @param key by which the operator is keyed
     */
    public HeldBack(
            StateInitializationContext context,
            KeyedStateBackend<String> keyed,
            CodecType<T> type,
            Codec<T> codec,
            ToLongFunction<T> instant,
            Function<T, String> key)
            throws Exception {
        this.key = key;
        this.keyed = keyed;
        waiting = new Waiting<>(codec, instant);
        atCheckpoint = context.getKeyedStateStore().getListState(new ListStateDescriptor<>(NAME, type));
        if (context.isRestored()) {
            restore();
        }
    }

    private void restore() throws Exception {
        try (Stream<String> keys = keyed.getKeys(NAME, VoidNamespace.INSTANCE)) {
            keys.forEach(keysAtCheckpoint::add);
        }
        for (String each : keysAtCheckpoint) {
            keyed.setCurrentKey(each);
            atCheckpoint.get().forEach(waiting::add);
        }
    }

    public void add(T one) {
        waiting.add(one);
    }

    /** Those that happened up to {@code now}, by key; they wait no more. Of one key in no order. */
    public Map<String, List<T>> takePassedBy(long now) {
        Map<String, List<T>> past = new LinkedHashMap<>();
        waiting.takePassedBy(now, one -> past.computeIfAbsent(key.apply(one), first -> new ArrayList<>(2))
                .add(one));
        return past;
    }

    /** To be called at each checkpoint. */
    public void snapshot() throws Exception {
        for (String each : keysAtCheckpoint) {
            keyed.setCurrentKey(each);
            atCheckpoint.clear();
        }
        keysAtCheckpoint.clear();
        List<T> all = new ArrayList<>();
        waiting.forEach(all::add);
        for (T one : all) {
            String its = key.apply(one);
            keyed.setCurrentKey(its);
            atCheckpoint.add(one);
            keysAtCheckpoint.add(its);
        }
    }
}
