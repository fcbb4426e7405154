package io.replybeat.stream.intake;

import io.replybeat.care.event.Event;

/** What did a record turn out to be: an event, or the reason why it is none? */
public sealed interface Arrival permits Arrival.Accepted, Rejection {

    record Accepted(Event event) implements Arrival {}
}
