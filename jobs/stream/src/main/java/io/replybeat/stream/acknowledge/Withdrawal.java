package io.replybeat.stream.acknowledge;

import java.time.Instant;

/** Is the acknowledgement taken back now? */
public sealed interface Withdrawal {

    record Withdrawn(Acknowledgement acknowledgement) implements Withdrawal {}

    record NotAcknowledged() implements Withdrawal {}

    /** It is somebody else's word; nothing was changed. */
    record SomebodyElses(String by, Instant at) implements Withdrawal {}
}
