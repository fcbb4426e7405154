package io.replybeat.stream.alert;

import io.replybeat.care.codec.Bytes;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which events has event time not passed yet?
 *
 * <p>In memory, roughly sorted: a timer and a place in state for each of them took most of the time of all that is made of them.
 * Live that is the watermark's bound of traffic, some seconds. They lie encoded, because in a replay of a history all of them
 * wait at once.
 */
final class Waiting {

    private static final long SPAN_MILLIS = 10_000;

    private record Encoded(long at, byte[] event) {}

    /** By the number of the span in which they happened. */
    private final TreeMap<Long, List<Encoded>> spans = new TreeMap<>();

    void add(Event event) {
        Bytes bytes = new Bytes();
        bytes.append(event, EventCodec.CODEC);
        spans.computeIfAbsent(span(event.occurredAt()), fresh -> new ArrayList<>())
                .add(new Encoded(event.occurredAt(), bytes.toArray()));
    }

    /** Hands out those that happened up to {@code now}; they wait no more. */
    void takePassedBy(long now, Consumer<Event> each) {
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

    void forEach(Consumer<Event> each) {
        spans.values().forEach(span -> span.forEach(encoded -> each.accept(decode(encoded))));
    }

    private static long span(long instant) {
        return Math.floorDiv(instant, SPAN_MILLIS);
    }

    private static Event decode(Encoded encoded) {
        try {
            return EventCodec.CODEC.read(new DataInputStream(new ByteArrayInputStream(encoded.event)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
