package io.replybeat.care.clock;

import io.replybeat.care.codec.Codec;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Which of two arrivals with one id is the event?
 *
 * <p>The higher revision. Between equal revisions that differ (a faulty collector), the one the collector saw first, then
 * the earlier one, then the smaller bytes: any rule would do that does not ask which of the two arrived here first.
 */
final class Correction {

    private static final Codec<Event> CODEC = EventCodec.CODEC;

    private Correction() {}

    static boolean replaces(Event arrival, Event known) {
        if (arrival.revision() != known.revision()) {
            return arrival.revision() > known.revision();
        }
        if (arrival.equals(known)) {
            return false;
        }
        int order = Long.compare(seenAt(arrival), seenAt(known));
        if (order == 0) {
            order = Event.TIMELINE_ORDER.compare(arrival, known);
        }
        if (order == 0) {
            order = Arrays.compare(bytes(arrival), bytes(known));
        }
        return order < 0;
    }

    private static long seenAt(Event event) {
        return event.ingestedAt() == Event.UNKNOWN ? Long.MAX_VALUE : event.ingestedAt();
    }

    private static byte[] bytes(Event event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CODEC.write(event, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
