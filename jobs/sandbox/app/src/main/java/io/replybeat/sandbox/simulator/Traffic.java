package io.replybeat.sandbox.simulator;

import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * What would the networks deliver? An endless stream of care events in the order of their <em>arrival</em>, the same for
 * the same {@link Settings}.
 *
 * <p>Lazy: it holds only the conversations under way and the events not yet arrived. History and live are one stream: play
 * it {@link #until} now, then go on with the same object. An event never arrives before it happened. Not thread-safe.
 */
public final class Traffic implements Iterator<Delivery> {

    private final Courier courier = new Courier();
    private final Stage stage;

    public Traffic(Settings settings) {
        this.stage = new Stage(settings, courier);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Delivery next() {
        nextArrival();
        return courier.deliver();
    }

    /** When the next event arrives, in milliseconds since the epoch. */
    public long nextArrival() {
        // Whatever happens from now on arrives later still, so what arrives before the next act is in its final order.
        while (courier.nextArrival() > stage.nextActAt()) {
            stage.actOnce();
        }
        return courier.nextArrival();
    }

    /** All that arrives before {@code end} and was not taken yet; returns how many. */
    public long until(Instant end, Consumer<Delivery> receiver) {
        long taken = 0;
        while (nextArrival() < end.toEpochMilli()) {
            receiver.accept(courier.deliver());
            taken++;
        }
        return taken;
    }

    /** Conversations, crowds and parcels held at the moment: what memory goes to. */
    int underway() {
        return stage.size() + courier.size();
    }
}
