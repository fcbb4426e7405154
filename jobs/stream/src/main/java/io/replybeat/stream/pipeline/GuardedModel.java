package io.replybeat.stream.pipeline;

import io.replybeat.care.event.Payload.Sentiment;
import io.replybeat.care.sentiment.SentimentModel;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges as a model of the user's does; where that fails, the message has no sentiment, and it is counted.
 *
 * <p>What the log says of a failure is its kind and place, never its message, which may quote the customer.
 */
final class GuardedModel implements SentimentModel, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedModel.class);
    private static final int MOST_CAUSES = 8;

    private final SentimentModel model;
    private final Counter failures;

    GuardedModel(SentimentModel model, Counter failures) {
        this.model = model;
        this.failures = failures;
    }

    /** As the model, or null where it fails. Without memory or stack the process is in trouble, not the model. */
    @Override
    public Sentiment judge(String text, String language) {
        try {
            Sentiment sentiment = model.judge(text, language);
            if (sentiment != null && sentiment.label() != null && Math.abs(sentiment.score()) <= 1) {
                return sentiment;
            }
            failed("it answered " + sentiment + ", but a score is from -1 to 1");
        } catch (RuntimeException | LinkageError e) {
            failed(kindAndPlace(e));
        }
        return null;
    }

    private void failed(String how) {
        if (failures.getCount() == 0) {
            LOG.warn(
                    "The sentiment model failed on a message, which goes on without sentiment. Told once, counted. {}",
                    how);
        }
        failures.inc();
    }

    /** A stack trace without messages. */
    static String kindAndPlace(Throwable failure) {
        StringBuilder told = new StringBuilder();
        Throwable each = failure;
        for (int i = 0; each != null && i < MOST_CAUSES; i++) {
            told.append(i == 0 ? "" : "\nCaused by: ").append(each.getClass().getName());
            for (StackTraceElement frame : each.getStackTrace()) {
                told.append("\n\tat ").append(frame);
            }
            each = each.getCause();
        }
        return told.toString();
    }

    @Override
    public void close() {
        SentimentModels.close(model);
    }
}
