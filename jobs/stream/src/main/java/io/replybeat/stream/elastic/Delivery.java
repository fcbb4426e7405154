package io.replybeat.stream.elastic;

import io.replybeat.stream.elastic.ElasticsearchClient.Answer;
import io.replybeat.stream.elastic.ElasticsearchOptions.Bulk;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings operations to Elasticsearch, whatever state it is in, and never waits.
 *
 * <p>Everything happens on the task's thread: answers and timers come in as mails, so nothing here is locked.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** What the delivery stands on, so that tests can stand it on something else. */
    record Surroundings(
            Transport transport,
            UndeliverableHandler undeliverable,
            MailboxExecutor mailbox,
            ProcessingTimeService time,
            SinkWriterMetricGroup metrics,
            RandomGenerator random) {}

    interface Transport extends AutoCloseable {
        CompletableFuture<Answer> post(byte[] bulk);

        @Override
        default void close() {}
    }

    private final Bulk bulk;
    private final Surroundings on;
    private final Pace pace;
    private final SinkMetrics metrics;
    private final Outbox outbox;

    /** Halves of requests that were too large or broken; in flight as far as the outbox knows. */
    private final Deque<List<Operation>> halves = new ArrayDeque<>();

    private long maxBytes;
    private int requests;
    private boolean draining;
    private String lastTrouble = "none";

    Delivery(Bulk bulk, Surroundings on) {
        this.bulk = bulk;
        this.on = on;
        this.outbox = new Outbox(on.time()::getCurrentProcessingTime);
        this.maxBytes = bulk.maxBytes();
        this.pace = new Pace(bulk, on.time(), on.random(), this::send);
        this.metrics = new SinkMetrics(on.metrics(), outbox::size);
    }

    void add(Operation operation) {
        outbox.add(operation);
        send();
    }

    void addAll(Collection<Operation> operations) {
        operations.forEach(outbox::add);
        send();
    }

    /** From now on nothing lingers. */
    void drain() {
        draining = true;
        send();
    }

    boolean isEmpty() {
        return outbox.isEmpty();
    }

    boolean isFull() {
        return outbox.size() >= bulk.bufferDocuments() || outbox.bytes() >= bulk.bufferBytes();
    }

    List<Operation> undelivered() {
        return outbox.undelivered();
    }

    Health.Progress progress() {
        return new Health.Progress(
                metrics.delivered.getCount(),
                metrics.retries.getCount(),
                metrics.rejected.getCount(),
                outbox.size(),
                outbox.oldestSince());
    }

    String lastTrouble() {
        return lastTrouble;
    }

    /** Sends what is due and allowed. Called after everything that may change the answer. */
    private void send() {
        if (outbox.readySize() > 0) {
            pace.somethingWaits();
        }
        while (pace.allowsAnother(requests)) {
            if (!halves.isEmpty()) {
                post(halves.poll());
            } else if (outbox.readySize() > 0 && isBatchDue()) {
                post(outbox.take(bulk.maxDocuments(), maxBytes));
                if (outbox.readySize() == 0) {
                    pace.nothingWaits();
                }
            } else {
                return;
            }
        }
    }

    private boolean isBatchDue() {
        return draining
                || pace.allowsSmallBatch()
                || outbox.readySize() >= bulk.maxDocuments()
                || outbox.readyBytes() >= maxBytes
                || isFull();
    }

    private void post(List<Operation> batch) {
        byte[] body = BulkRequest.encode(batch);
        long sentAt = pace.now();
        requests++;
        metrics.bytes.inc(body.length);
        on.transport().post(body).whenComplete((answer, error) -> on.mailbox()
                .execute(() -> onAnswer(batch, body.length, sentAt, answer, error), "answer of Elasticsearch"));
    }

    private void onAnswer(List<Operation> batch, int bytes, long sentAt, Answer answer, Throwable error)
            throws IOException {
        requests--;
        metrics.latency.update(pace.now() - sentAt);
        if (error != null) {
            retryAll(batch, (error.getCause() == null ? error : error.getCause()).toString());
        } else {
            switch (BulkVerdict.ofRequest(answer.status())) {
                case DELIVERED -> settleAll(batch, answer);
                case SPLIT -> split(batch, bytes, answer);
                case STOP -> throw new ElasticsearchRefused(answer.status(), answer.brief());
                default -> retryAll(batch, answer.status() + " " + answer.brief());
            }
        }
        send();
    }

    private void settleAll(List<Operation> batch, Answer answer) throws IOException {
        List<BulkAnswer.Item> items;
        try {
            items = BulkAnswer.parse(answer.body(), batch.size());
        } catch (IOException e) {
            retryAll(batch, "unreadable answer: " + e.getMessage());
            return;
        }
        int again = 0;
        for (int i = 0; i < batch.size(); i++) {
            again += settle(batch.get(i), items.get(i)) == BulkVerdict.RETRY ? 1 : 0;
        }
        if (again < batch.size()) {
            pace.delivered();
        }
        if (again > 0) {
            metrics.retries.inc(again);
            logRetry(again, again < batch.size() ? pace.failed() : pace.failedWholly());
        }
    }

    private BulkVerdict settle(Operation operation, BulkAnswer.Item item) throws IOException {
        BulkVerdict verdict = item.verdict();
        switch (verdict) {
            case DELIVERED -> {
                outbox.delivered(operation);
                metrics.delivered.inc();
                metrics.conflicts.inc(item.status() == BulkVerdict.CONFLICT ? 1 : 0);
            }
            case RETRY -> {
                outbox.retry(operation);
                lastTrouble = item.status() + " " + item.reason();
            }
            case STOP -> throw new ElasticsearchRefused(item.status(), item.reason());
            default -> reject(operation, item.status(), item.type() + ": " + item.reason());
        }
        return verdict;
    }

    private void retryAll(List<Operation> batch, String trouble) {
        lastTrouble = trouble;
        batch.forEach(outbox::retry);
        metrics.retries.inc(batch.size());
        logRetry(batch.size(), pace.failedWholly());
    }

    private void logRetry(int documents, long wait) {
        LOG.warn(
                "Elasticsearch did not take {} documents: {}. {} are undelivered, next try in {} ms.",
                documents,
                lastTrouble,
                outbox.size(),
                wait);
    }

    private void split(List<Operation> batch, int bytes, Answer answer) {
        if (batch.size() == 1) {
            reject(batch.get(0), answer.status(), answer.brief());
            return;
        }
        if (answer.status() == 413) {
            maxBytes = Math.min(maxBytes, bytes / 2);
            LOG.warn(
                    "A request of {} bytes is too large for Elasticsearch or a proxy before it: from now on at most {}."
                            + " Set elasticsearch.bulk.max-bytes to begin there.",
                    bytes,
                    maxBytes);
        }
        int middle = batch.size() / 2;
        halves.add(batch.subList(0, middle));
        halves.add(batch.subList(middle, batch.size()));
    }

    private void reject(Operation operation, int status, String reason) {
        Undeliverable undeliverable = new Undeliverable(
                operation.index(), operation.id(), operation.version(), status, reason, operation.source());
        LOG.warn("Elasticsearch will never take {}.", undeliverable);
        metrics.reject();
        on.undeliverable().accept(undeliverable).whenComplete((done, error) -> on.mailbox()
                .execute(() -> onLaidAside(operation, error), "dead letter laid aside"));
    }

    private void onLaidAside(Operation operation, Throwable error) {
        if (error == null) {
            outbox.delivered(operation);
        } else {
            retryAll(List.of(operation), "dead letter not written: " + error);
        }
        send();
    }
}
