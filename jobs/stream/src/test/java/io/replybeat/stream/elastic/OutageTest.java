package io.replybeat.stream.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.elastic.StubServer.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.junit.jupiter.api.Test;

/** A whole job while Elasticsearch is away: it goes on, survives a crash, and loses nothing. */
@SuppressWarnings("deprecation") // The old source interface needs 20 lines where the new one needs 200.
class OutageTest {

    private static final int DOCUMENTS = 300;
    private static final int CHECKPOINTS_BEFORE_THE_CRASH = 8;
    private static final int CHECKPOINTS_IN_THE_OUTAGE = 20;

    /** The job runs in this JVM, so what happens in it can be seen and steered from here. */
    private static StubServer server;

    private static final AtomicInteger checkpoints = new AtomicInteger();
    private static final AtomicInteger lives = new AtomicInteger();
    private static final CountDownLatch crash = new CountDownLatch(1);
    private static final CountDownLatch healed = new CountDownLatch(1);

    /** Writes once, in its first life; what is there in the end can only come from the sink's checkpoint. */
    private static final class Source implements SourceFunction<Document>, CheckpointListener {

        @Override
        public void run(SourceContext<Document> context) throws Exception {
            if (lives.incrementAndGet() == 1) {
                for (int i = 0; i < DOCUMENTS; i++) {
                    context.collect(WriterBench.document("d" + i, i));
                }
                crash.await();
                throw new IllegalStateException("a crash on purpose");
            }
            healed.await();
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            int completed = checkpoints.incrementAndGet();
            if (completed == CHECKPOINTS_BEFORE_THE_CRASH) {
                crash.countDown();
            } else if (completed == CHECKPOINTS_IN_THE_OUTAGE) {
                server.failsBy(Fault.NONE);
                healed.countDown();
            }
        }

        @Override
        public void cancel() {}
    }

    @Test
    void checkpoints_go_on_while_elasticsearch_is_away_and_after_a_crash_nothing_is_missing() throws Exception {
        try (StubServer stub = new StubServer()) {
            server = stub;
            stub.failsBy(Fault.UNAVAILABLE);
            Configuration configuration = new Configuration();
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
            StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
            env.enableCheckpointing(50);
            env.addSource(new Source(), "documents", DocumentType.INSTANCE)
                    .sinkTo(new ElasticsearchSink(ElasticsearchOptions.at(stub.url())));
            env.execute();

            assertThat(lives).hasValue(2);
            assertThat(checkpoints.get()).isGreaterThanOrEqualTo(CHECKPOINTS_IN_THE_OUTAGE);
            assertThat(stub.found()).hasSize(DOCUMENTS);
            // Two lives of a second or so in pauses from 200 ms upwards, then the deliveries.
            assertThat(stub.requests.get()).isLessThan(30);
        }
    }
}
