package io.replybeat.stream.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.alert.Alert;
import io.replybeat.care.alert.AlertCodec;
import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.elastic.UndeliverableHandler;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.receiver.HttpReceiver.Fault;
import io.replybeat.stream.receiver.HttpReceiver.Told;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.junit.jupiter.api.Test;

/** A whole job while a receiver gives no answer: it goes on, survives a crash, loses no alert, and others are told meanwhile. */
@SuppressWarnings("deprecation") // The old source interface needs 20 lines where the new one needs 200.
class OutageTest {

    private static final int ALERTS = 20;
    private static final int CHECKPOINTS_BEFORE_THE_CRASH = 8;
    private static final int CHECKPOINTS_IN_THE_OUTAGE = 20;

    /** The job runs in this JVM, so what happens in it can be seen and steered from here. */
    private static HttpReceiver dead;

    private static final AtomicInteger checkpoints = new AtomicInteger();
    private static final AtomicInteger lives = new AtomicInteger();
    private static final CountDownLatch crash = new CountDownLatch(1);
    private static final CountDownLatch healed = new CountDownLatch(1);

    /** Alerts once, in its first life; what is told in the end can only come from the sink's checkpoint. */
    private static final class Source implements SourceFunction<Alert>, CheckpointListener {

        @Override
        public void run(SourceContext<Alert> context) throws Exception {
            if (lives.incrementAndGet() == 1) {
                for (int i = 0; i < ALERTS; i++) {
                    context.collect(AlertExamples.fired("t" + i));
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
                dead.failsBy(Fault.NONE);
                healed.countDown();
            }
        }

        @Override
        public void cancel() {}
    }

    @Test
    void a_dead_receiver_delays_nothing_and_after_a_crash_no_alert_is_missing() throws Exception {
        try (HttpReceiver deadOne = new HttpReceiver();
                HttpReceiver other = new HttpReceiver()) {
            dead = deadOne;
            dead.failsBy(Fault.UNAVAILABLE);
            JobOptions options = JobOptions.defaults().with(Options.ALERTS_DELIVER_NEWER_THAN, Duration.ofDays(36_500));
            Configuration configuration = new Configuration();
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
            StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
            env.enableCheckpointing(50);
            var alerts = env.addSource(new Source(), "alerts", CodecType.of(Alert.class, AlertCodec.CODEC));
            for (HttpReceiver told : new HttpReceiver[] {dead, other}) {
                Receiver receiver = new WebhookReceiver(told.url(), null, null);
                alerts.sinkTo(new ReceiverSink(receiver, options, UndeliverableHandler::logged));
            }
            env.execute();

            assertThat(lives).hasValue(2);
            assertThat(checkpoints.get()).isGreaterThanOrEqualTo(CHECKPOINTS_IN_THE_OUTAGE);
            assertThat(dead.told()).hasSize(ALERTS);
            assertThat(dead.told().stream().map(OutageTest::key)).doesNotHaveDuplicates();
            assertThat(other.told().stream().map(OutageTest::key).distinct()).hasSize(ALERTS);
        }
    }

    private static String key(Told told) {
        return told.headers().get("idempotency-key");
    }
}
