package io.replybeat.stream.pipeline;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.message.Enrichment;
import io.replybeat.care.message.MessageDocument;
import io.replybeat.care.message.Privacy;
import io.replybeat.care.sentiment.SentimentModel;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.intake.Arrival;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what customers wrote and sends the words to their document; from here on events travel without them.
 *
 * <p>A model of the user's that fails on a message costs that message its sentiment and nothing else; it is counted.
 */
final class EnrichMessages extends ProcessFunction<Arrival.Accepted, Event> {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(EnrichMessages.class);

    static final OutputTag<Document> MESSAGES = new OutputTag<>("messages", DocumentType.INSTANCE);

    private final EnrichmentSettings settings;
    private transient Enrichment enrichment;
    private transient Privacy privacy;
    private transient Counter failures;

    EnrichMessages(EnrichmentSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        failures = getRuntimeContext().getMetricGroup().counter("sentimentFailures");
        privacy = settings.privacy();
        if (settings.enabled()) {
            SentimentModel model = settings.readModel(getRuntimeContext().getUserCodeClassLoader());
            enrichment = new Enrichment(
                    settings.languages(), (text, language) -> judge(model, text, language), settings.readTaxonomy());
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

    private Sentiment judge(SentimentModel model, String text, String language) {
        try {
            Sentiment sentiment = model.judge(text, language);
            if (sentiment != null && sentiment.label() != null && Math.abs(sentiment.score()) <= 1) {
                return sentiment;
            }
            throw new IllegalArgumentException("the model answered " + sentiment + "; a score is from -1 to 1");
        } catch (RuntimeException e) {
            if (failures.getCount() == 0) {
                LOG.warn(
                        "The sentiment model failed on a message, which goes on without sentiment. Told once, counted.",
                        e);
            }
            failures.inc();
            return null;
        }
    }
}
