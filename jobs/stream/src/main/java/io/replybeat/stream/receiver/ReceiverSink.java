package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.elastic.ElasticsearchOptions;
import io.replybeat.stream.elastic.UndeliverableHandler;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Tells a receiver every moment of every alert that is to call somebody, at least once, those of one alert in order.
 *
 * <p>An outage of the receiver is waited out and holds up nothing; what is untold lies in the checkpoints. Copies, after a
 * crash or a lost answer, have the same idempotency key. What the receiver will never take goes to
 * {@link UndeliverableHandler}. Alerts are few, and what a receiver knows of one must lie in one place: parallelism 1.
 */
public final class ReceiverSink implements Sink<Alert>, SupportsWriterState<Alert, CorrespondenceState> {

    private static final long serialVersionUID = 1;

    private final Receiver receiver;
    private final Patience patience;

    /** Where customers' words are looked up; null if they are not shown. */
    private final ElasticsearchOptions messages;

    private final UndeliverableHandler.Factory undeliverable;

    public ReceiverSink(Receiver receiver, JobOptions options, UndeliverableHandler.Factory undeliverable) {
        this.receiver = receiver;
        this.patience = Patience.of(options);
        this.messages = options.get(Options.ALERTS_SHOW_TEXT) ? ElasticsearchOptions.of(options) : null;
        this.undeliverable = undeliverable;
    }

    @Override
    public StatefulSinkWriter<Alert, CorrespondenceState> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<Alert, CorrespondenceState> restoreWriter(
            WriterInitContext context, Collection<CorrespondenceState> states) {
        Delivery.Surroundings surroundings = new Delivery.Surroundings(
                new HttpTransport(receiver.name(), patience.requestTimeout()),
                messages == null ? MessageTexts.NONE : MessageTexts.in(messages),
                undeliverable.open(),
                context.getMailboxExecutor(),
                context.getProcessingTimeService(),
                context.metricGroup(),
                new SplittableRandom());
        return new ReceiverWriter(receiver, patience, surroundings, states);
    }

    @Override
    public SimpleVersionedSerializer<CorrespondenceState> getWriterStateSerializer() {
        return new CorrespondenceState.Serializer();
    }
}
