package io.replybeat.stream.elastic;

import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Elasticsearch every five seconds how a writer is doing, best effort.
 *
 * <p>A request of its own, one at a time, that nobody waits for, that is in no checkpoint and is never repeated: what becomes
 * of it changes nothing for the documents.
 */
final class Heartbeat implements ProcessingTimeCallback {

    static final long EVERY_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final String index;
    private final Supplier<Health> health;
    private final Delivery.Surroundings on;
    private final Counter failures;
    private boolean underWay;

    Heartbeat(String prefix, Supplier<Health> health, Delivery.Surroundings on) {
        this.index = Health.index(prefix);
        this.health = health;
        this.on = on;
        this.failures = on.metrics().counter("heartbeatFailures");
    }

    @Override
    public void onProcessingTime(long time) {
        beat();
    }

    void beat() {
        if (!underWay) {
            tell(health.get());
        }
        on.time().registerTimer(on.time().getCurrentProcessingTime() + EVERY_MILLIS, this);
    }

    private void tell(Health now) {
        underWay = true;
        Operation operation = new Operation(index, now.id(), now.at(), DocumentJson.encode(now));
        on.transport().post(BulkRequest.encode(List.of(operation))).whenComplete((answer, error) -> on.mailbox()
                .execute(() -> onAnswer(answer, error), "answer to a heartbeat"));
    }

    private void onAnswer(Answer answer, Throwable error) {
        underWay = false;
        String trouble = error == null ? trouble(answer) : error.toString();
        if (trouble == null) {
            return;
        }
        if (failures.getCount() == 0) {
            LOG.warn("{} could not be written, documents are not concerned; said once: {}", index, trouble);
        }
        failures.inc();
    }

    private static String trouble(Answer answer) {
        if (answer.status() != 200) {
            return answer.status() + " " + answer.brief();
        }
        try {
            BulkAnswer.Item item = BulkAnswer.parse(answer.body(), 1).get(0);
            return item.verdict() == BulkVerdict.DELIVERED ? null : item.status() + " " + item.reason();
        } catch (IOException e) {
            return "unreadable answer: " + e.getMessage();
        }
    }
}
