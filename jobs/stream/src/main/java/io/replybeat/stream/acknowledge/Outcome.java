package io.replybeat.stream.acknowledge;

import java.time.Instant;

/** Is the alert acknowledged now, and by whom? */
public sealed interface Outcome {

    record Acknowledged(Acknowledgement acknowledgement) implements Outcome {}

    /** Whoever was first keeps it; nothing was changed. */
    record AlreadyAcknowledged(String by, Instant at) implements Outcome {}

    record NoSuchAlert() implements Outcome {}
}
