package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/**
 * Hands alerts to the {@link Delivery}, without ever holding up its input or a checkpoint.
 *
 * <p>A checkpoint takes a copy of what the receiver knows and what it is still to hear, and waits for nothing. Only the
 * end of the input waits until everything is told.
 */
final class ReceiverWriter implements StatefulSinkWriter<Alert, CorrespondenceState> {

    private final Receiver receiver;
    private final Patience patience;
    private final Delivery.Surroundings on;
    private final Delivery delivery;

    ReceiverWriter(
            Receiver receiver, Patience patience, Delivery.Surroundings on, Collection<CorrespondenceState> restored) {
        this.receiver = receiver;
        this.patience = patience;
        this.on = on;
        this.delivery = new Delivery(receiver, on, restored);
    }

    @Override
    public void write(Alert alert, Context context) {
        long age = on.time().getCurrentProcessingTime() - momentOf(alert);
        delivery.hear(alert, age > patience.newerThan().toMillis());
    }

    /** An alert that fires once nobody mutes it any more fires now, whenever it was known first. */
    private static long momentOf(Alert alert) {
        return Math.max(alert.updatedAt(), Math.max(alert.firedAt(), alert.resolvedAt()));
    }

    /** Before a checkpoint there is nothing to do, its state holds what is untold. */
    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (!endOfInput) {
            return;
        }
        long deadline =
                on.time().getCurrentProcessingTime() + patience.flushTimeout().toMillis();
        on.time().registerTimer(deadline, wakesTheYieldBelow -> {});
        while (delivery.undelivered() > 0) {
            if (on.time().getCurrentProcessingTime() >= deadline) {
                throw new IOException(("at the end of the input %s had not been told of %d moments of alerts after %d s"
                                + " (alerts.flush-timeout); last trouble: %s")
                        .formatted(
                                receiver.name(),
                                delivery.undelivered(),
                                patience.flushTimeout().toSeconds(),
                                delivery.lastTrouble()));
            }
            on.mailbox().yield();
        }
    }

    @Override
    public List<CorrespondenceState> snapshotState(long checkpointId) {
        return delivery.state();
    }

    @Override
    public void close() {
        on.undeliverable().close();
        on.texts().close();
        on.transport().close();
    }
}
