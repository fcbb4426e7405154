package io.replybeat.care.event;

import java.util.Comparator;

/**
 * What happened in a conversation, as the clocks need it: the care event without its text (DEFINITIONS §1).
 *
 * <p>Times are milliseconds since the epoch, UTC. {@code ingestedAt} is {@link #UNKNOWN} when the collector did not say.
 * Text stays behind at the edge ({@code Said}): it does not travel through a shuffle.
 */
public record Event(
        String eventId,
        int revision,
        String brand,
        String conversationId,
        String network,
        long occurredAt,
        long ingestedAt,
        long sequence,
        Payload payload) {

    public static final long UNKNOWN = Long.MIN_VALUE;

    /** The order of a timeline: by event time, then sequence, then id (DEFINITIONS §3). */
    public static final Comparator<Event> TIMELINE_ORDER = Comparator.comparingLong(Event::occurredAt)
            .thenComparingLong(Event::sequence)
            .thenComparing(Event::eventId);

    /** The same event with another payload. */
    public Event with(Payload payload) {
        return new Event(eventId, revision, brand, conversationId, network, occurredAt, ingestedAt, sequence, payload);
    }
}
