package io.replybeat.stream.alert;

import io.replybeat.care.codec.Bytes;
import io.replybeat.care.codec.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.flink.core.memory.DataInputDeserializer;

/**
 * What has event time not passed yet?
 *
 * <p>In memory, roughly sorted: a timer and a place in state for each took most of the time of all that is made of them.
 * Live that is the watermark's bound of traffic, some seconds. They lie encoded, because in a replay of a history all of them
 * wait at once.
 */
final class Waiting<T> {

    private static final long SPAN_MILLIS = 10_000;

    private record Encoded(long at, byte[] bytes) {}

    private final Codec<T> codec;
    private final ToLongFunction<T> instant;
    /** By the number of the span in which they happened. */
    private final TreeMap<Long, List<Encoded>> spans = new TreeMap<>();

    /** @param instant when one happened, in milliseconds */
    Waiting(Codec<T> codec, ToLongFunction<T> instant) {
        this.codec = codec;
        this.instant = instant;
    }

    void add(T one) {
        Bytes bytes = new Bytes();
        bytes.append(one, codec);
        long at = instant.applyAsLong(one);
        spans.computeIfAbsent(span(at), fresh -> new ArrayList<>()).add(new Encoded(at, bytes.toArray()));
    }

    /** Hands out those that happened up to {@code now}; they wait no more. */
    void takePassedBy(long now, Consumer<T> each) {
        while (!spans.isEmpty() && spans.firstKey() <= span(now)) {
            Map.Entry<Long, List<Encoded>> first = spans.pollFirstEntry();
            List<Encoded> ahead = new ArrayList<>();
            for (Encoded encoded : first.getValue()) {
                if (encoded.at <= now) {
                    each.accept(decode(encoded));
                } else {
                    ahead.add(encoded);
                }
            }
            if (!ahead.isEmpty()) {
                spans.put(first.getKey(), ahead);
                return;
            }
        }
    }

    void forEach(Consumer<T> each) {
        spans.values().forEach(span -> span.forEach(encoded -> each.accept(decode(encoded))));
    }

    private static long span(long instant) {
        return Math.floorDiv(instant, SPAN_MILLIS);
    }

    /** The JDK's streams take a lock for every byte. */
    private T decode(Encoded encoded) {
        try {
            return codec.read(new DataInputDeserializer(encoded.bytes));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
