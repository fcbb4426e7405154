package io.replybeat.care.clock;

import io.replybeat.care.codec.Bytes;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.EventCodec;
import java.util.Arrays;

/**
 * Which of two arrivals with one id is the event?
 *
 * <p>The higher revision. Between equal revisions that differ (a faulty collector), the one the collector saw first, then
 * the earlier one, then the smaller bytes: any rule would do that does not ask which of the two arrived here first.
 */
final class Correction {

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
        Bytes bytes = new Bytes();
        bytes.append(event, EventCodec.CODEC);
        return bytes.toArray();
    }
}
