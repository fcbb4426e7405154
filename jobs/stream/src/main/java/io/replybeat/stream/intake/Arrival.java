package io.replybeat.stream.intake;

import io.replybeat.care.event.Event;
import io.replybeat.care.message.Said;

/** What did a record turn out to be: an event, or the reason why it is none? */
public sealed interface Arrival permits Arrival.Accepted, Rejection {

    /** @param said what of a message is not part of the event: its words, its author's account */
    record Accepted(Event event, Said said) implements Arrival {

        /** An event that is no message, or a message of which only the event matters. */
        public Accepted(Event event) {
            this(event, Said.NOTHING);
        }
    }
}
