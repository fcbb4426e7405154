package io.replybeat.sandbox.latency;

import io.replybeat.sandbox.simulator.Delivery;
import io.replybeat.sandbox.simulator.Player.Publisher;
import io.replybeat.schema.Actor;
import io.replybeat.schema.Author;
import io.replybeat.schema.AuthorKind;
import io.replybeat.schema.CareEvent;
import io.replybeat.schema.Direction;
import io.replybeat.schema.Message;
import io.replybeat.schema.Status;
import io.replybeat.schema.StatusChange;
import io.replybeat.schema.Visibility;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Customers who write to a brand of their own, one by one, and of whom none waits any more after {@link #close}. */
final class Probes implements AutoCloseable {
    static final String BRAND = "latency-probe";

    private final Publisher publisher;
    private final InstantSource clock;
    private final String run;
    private int sent;
    private boolean closed;

    Probes(Publisher publisher, InstantSource clock) {
        this.publisher = publisher;
        this.clock = clock;
        this.run = Long.toString(clock.millis(), 36);
    }

    /** Returns when the message is in Kafka. */
    synchronized void send() {
        if (closed) {
            throw new IllegalStateException("probes are over");
        }
        publish(sent++, 0, question());
        publisher.flush();
    }

    /** May be called by whoever ends the command, in the middle of it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (publisher) {
            for (int probe = 0; probe < sent; probe++) {
                publish(
                        probe,
                        1,
                        new StatusChange(Status.NO_REPLY_NEEDED, new Actor("latency-prober", AuthorKind.AGENT), null));
            }
            publisher.flush();
        }
    }

    private void publish(int probe, long sequence, Object payload) {
        String conversation = "probe-" + run + "-" + probe;
        Instant now = clock.instant();
        publisher.publish(new Delivery(
                now.toEpochMilli(),
                new CareEvent(
                        conversation + "-" + sequence, 0, BRAND, conversation, "x", now, now, sequence, payload)));
    }

    private static Message question() {
        Author customer = new Author("latency-probe", AuthorKind.CUSTOMER, null, null, null, null, null, null, null);
        return new Message(
                Direction.INBOUND,
                Visibility.DIRECT,
                customer,
                "When is this on the page?",
                "en",
                null,
                false,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
