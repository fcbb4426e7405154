package io.replybeat.care.clock;

import io.replybeat.care.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which events of a conversation are judged, and in which order?
 *
 * <p>Judgements of the moment (alerts) see each event once, in the order of event time, and only if it was there when event
 * time passed it: then they are the same for every order of arrival within the watermark's bound. Of copies and corrections
 * that were there in time the one that {@link Correction} prefers counts. An event whose correction moved it in time is two.
 */
public final class Timely {

    private record Moment(long at, String eventId) {}

    private Timely() {}

    /** Of a conversation's events that were there in time, in any order, those that count, in timeline order. */
    public static List<Event> inOrder(Iterable<Event> arrived) {
        Map<Moment, Event> events = new HashMap<>();
        for (Event event : arrived) {
            events.merge(
                    new Moment(event.occurredAt(), event.eventId()),
                    event,
                    (known, arrival) -> Correction.replaces(arrival, known) ? arrival : known);
        }
        List<Event> ordered = new ArrayList<>(events.values());
        ordered.sort(Event.TIMELINE_ORDER);
        return ordered;
    }
}
