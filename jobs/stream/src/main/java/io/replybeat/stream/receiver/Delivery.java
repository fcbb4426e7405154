package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;
import io.replybeat.stream.document.DocumentJson;
import io.replybeat.stream.elastic.Undeliverable;
import io.replybeat.stream.elastic.UndeliverableHandler;
import io.replybeat.stream.retry.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver of alerts, whatever state it is in, and never waits.
 *
 * <p>Everything happens on the task's thread: answers and timers come in as mails, so nothing here is locked.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Of an alert that fires and is not heard of for so long, no end will come. */
    private static final Duration MEMORY = Duration.ofDays(30);

    /** What the delivery stands on, so that tests can stand it on something else. */
    record Surroundings(
            Transport transport,
            MessageTexts texts,
            UndeliverableHandler undeliverable,
            MailboxExecutor mailbox,
            ProcessingTimeService time,
            SinkWriterMetricGroup metrics,
            RandomGenerator random) {}

    interface Transport extends AutoCloseable {
        CompletableFuture<Answer> post(HttpCall call);

        @Override
        default void close() {}
    }

    private final Receiver receiver;
    private final Surroundings on;
    private final Pace pace;
    private final ReceiverMetrics metrics;

    /** By the alert's id; who was served last stands last. */
    private final Map<String, Correspondence> lines = new LinkedHashMap<>();

    private int requests;

    /** Moments nobody has taken yet; also read by whoever reports metrics, on a thread of its own. */
    private volatile int undelivered;

    private String lastTrouble = "none";

    Delivery(Receiver receiver, Surroundings on, Collection<CorrespondenceState> restored) {
        this.receiver = receiver;
        this.on = on;
        this.pace = new Pace(new Backoff(FIRST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis(), on.random()));
        this.metrics = new ReceiverMetrics(on.metrics(), this::undelivered);
        restored.forEach(state -> lines.put(state.alertId(), new Correspondence(state)));
        send();
    }

    void hear(Alert alert, boolean outdated) {
        Correspondence line = lines.computeIfAbsent(alert.id(), id -> new Correspondence());
        if (line.hear(alert, outdated) == Correspondence.Hearing.OUTDATED) {
            metrics.outdated.inc();
        }
        send();
    }

    int undelivered() {
        return undelivered;
    }

    List<CorrespondenceState> state() {
        return lines.values().stream().map(Correspondence::state).toList();
    }

    String lastTrouble() {
        return lastTrouble;
    }

    /** Sends what is due and allowed. Called after everything that may change the answer. */
    private void send() {
        long now = now();
        lines.values().removeIf(line -> line.isOver(now - MEMORY.toMillis()));
        sendWhatIsDue(now);
        undelivered =
                lines.values().stream().mapToInt(Correspondence::undelivered).sum();
    }

    private void sendWhatIsDue(long now) {
        for (Map.Entry<String, Correspondence> line : List.copyOf(lines.entrySet())) {
            if (!pace.allowsAnother(requests, now)) {
                return;
            }
            Alert next = line.getValue().next(receiver, now);
            if (next != null) {
                lines.remove(line.getKey());
                lines.put(line.getKey(), line.getValue());
                tell(line.getValue(), next);
            }
        }
    }

    private void tell(Correspondence line, Alert alert) {
        Alert told = line.told();
        long now = now();
        line.send(alert);
        requests++;
        on.texts()
                .of(alert)
                .thenCompose(texts -> on.transport().post(receiver.call(new Telling(alert, told, texts, now))))
                .whenComplete((answer, error) -> on.mailbox()
                        .execute(() -> onAnswer(line, alert, answer, cause(error)), "answer of a receiver"));
    }

    private static Throwable cause(Throwable error) {
        return error == null || error.getCause() == null ? error : error.getCause();
    }

    private void onAnswer(Correspondence line, Alert alert, Answer answer, Throwable error) {
        requests--;
        if (error != null && !(error instanceof IOException || error instanceof TimeoutException)) {
            layAside(line, alert, 0, "no request can be made of it: " + error);
        } else if (error != null) {
            tellAgain(line, alert, error instanceof TimeoutException ? "no whole answer in time" : error.toString(), 0);
        } else {
            switch (answer.verdict()) {
                case TOLD -> settle(line);
                case AGAIN -> tellAgain(line, alert, answer.toString(), answer.waitFrom(now()));
                case NEVER -> layAside(line, alert, answer.status(), answer.toString());
            }
        }
        send();
    }

    private void settle(Correspondence line) {
        pace.succeeded();
        (line.isRepeat() ? metrics.repeats : metrics.delivered).inc();
        long again = receiver.repeat().map(every -> now() + every.toMillis()).orElse(Long.MAX_VALUE);
        line.taken(again);
        if (line.told() != null && again != Long.MAX_VALUE) {
            wakeAt(again);
        }
    }

    private void tellAgain(Correspondence line, Alert alert, String trouble, long asked) {
        lastTrouble = trouble;
        metrics.retries.inc();
        long now = now();
        long othersAt = pace.failed(now, asked);
        long againAt = pace.ownTurn(now, line.failures());
        line.failed(againAt);
        wakeAt(othersAt);
        wakeAt(againAt);
        LOG.warn(
                "{} did not take {}: {}. {} moments of alerts are untold, next try in {} ms.",
                receiver.name(),
                alert.idempotencyKey(),
                trouble,
                undelivered(),
                othersAt - now);
    }

    private void layAside(Correspondence line, Alert alert, int status, String reason) {
        LOG.error(
                "{} will never take {} ({}). Nobody is told of it there: {}.",
                receiver.name(),
                alert.idempotencyKey(),
                reason,
                receiver.remedy());
        metrics.reject();
        Undeliverable letter = new Undeliverable(
                receiver.name(), alert.id(), alert.revision(), status, reason, DocumentJson.encode(alert));
        on.undeliverable().accept(letter).whenComplete((done, error) -> on.mailbox()
                .execute(() -> onLaidAside(line, alert, error), "alert laid aside"));
    }

    private void onLaidAside(Correspondence line, Alert alert, Throwable error) {
        if (error == null) {
            line.refused();
        } else {
            tellAgain(line, alert, "dead letter not written: " + error, 0);
        }
        send();
    }

    private void wakeAt(long instant) {
        on.time().registerTimer(instant, due -> {
            pace.reached(instant);
            lines.values().forEach(line -> line.reached(instant));
            send();
        });
    }

    private long now() {
        return on.time().getCurrentProcessingTime();
    }
}
