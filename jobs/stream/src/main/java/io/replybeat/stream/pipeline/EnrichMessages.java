package io.replybeat.stream.pipeline;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.message.Enrichment;
import io.replybeat.care.message.MessageDocument;
import io.replybeat.care.message.Privacy;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.intake.Arrival;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads what customers wrote and sends the words to their document; from here on events travel without them.
 *
 * <p>A model of the user's that fails on a message costs that message its sentiment and nothing else: {@link GuardedModel}.
 */
final class EnrichMessages extends ProcessFunction<Arrival.Accepted, Event> {

    private static final long serialVersionUID = 1;

    static final OutputTag<Document> MESSAGES = new OutputTag<>("messages", DocumentType.INSTANCE);

    private final EnrichmentSettings settings;
    private transient Enrichment enrichment;
    private transient Privacy privacy;
    private transient GuardedModel model;

    EnrichMessages(EnrichmentSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        privacy = settings.privacy();
        if (settings.enabled()) {
            model = new GuardedModel(
                    settings.readModel(getRuntimeContext().getUserCodeClassLoader()),
                    getRuntimeContext().getMetricGroup().counter("sentimentFailures"));
            enrichment = new Enrichment(settings.languages(), model, settings.readTaxonomy());
        }
    }

    @Override
    public void processElement(Arrival.Accepted accepted, Context context, Collector<Event> out) {
        Event given = accepted.event();
        Event event = enrichment == null ? given : enrichment.enrich(given, accepted.said());
        if (event.payload() instanceof Message) {
            MessageDocument message = new MessageDocument(given, event, accepted.said(), privacy);
            context.output(MESSAGES, new Document(Kind.MESSAGES, message.id(), message.at(), message));
        }
        out.collect(event);
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }
}
