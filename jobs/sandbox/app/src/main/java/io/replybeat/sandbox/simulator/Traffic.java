package io.replybeat.sandbox.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What would the networks deliver? An endless stream of care events in the order of their <em>arrival</em>, the same for
 * the same {@link Settings}.
 *
 * <p>Lazy: it holds only the conversations under way and the events not yet arrived. History and live are one stream: play
 * it {@link #until} now, then go on with the same object. An event never arrives before it happened.
 *
 * <p>Whoever watches may change its course: {@link #pace}, {@link #begin}, {@link #standStill}. What was taken stays as it
 * was. One thread takes events; any may change the course.
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
    public synchronized Delivery next() {
        nextArrival();
        return courier.deliver();
    }

    /** When the next event arrives, in milliseconds since the epoch. */
    public synchronized long nextArrival() {
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
            receiver.accept(next());
            taken++;
        }
        return taken;
    }

    /** {@code factor} times as many conversations begin a minute as the settings say; those under way go on as they do. */
    public synchronized void pace(double factor, Instant now) {
        stage.pace(factor, now.toEpochMilli());
    }

    /** Something goes wrong from now on, for the brand where most is seen of it; returns which. */
    public synchronized String begin(Incident.Kind kind, Instant now) {
        return stage.begin(kind, now.toEpochMilli());
    }

    /** Which of the incidents begun by {@link #begin} go on? */
    public synchronized List<Incident.Kind> begunByHand(Instant now) {
        return stage.begunByHand(now.toEpochMilli());
    }

    /** All that has not happened yet happens so much later; what happened already and is under way still arrives as it would. */
    public synchronized void standStill(Duration length) {
        stage.standStill(length.toMillis());
    }

    /** Conversations, crowds and parcels held at the moment: what memory goes to. */
    synchronized int underway() {
        return stage.size() + courier.size();
    }
}
