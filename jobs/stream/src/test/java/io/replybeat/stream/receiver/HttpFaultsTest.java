package io.replybeat.stream.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.receiver.HttpReceiver.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The writer over real HTTP: time is the test's, the network is not. */
class HttpFaultsTest {

    /** Only the silent receivers make anybody wait for the time-out. */
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private HttpReceiver receiver;
    private ReceiverBench bench;

    @BeforeEach
    void start() throws IOException {
        receiver = new HttpReceiver();
        bench = new ReceiverBench(
                new WebhookReceiver(receiver.url(), null, null),
                AlertExamples.TEN_O_CLOCK,
                new ArrayList<>(),
                List.of(),
                new HttpTransport("webhook", TIMEOUT));
    }

    @AfterEach
    void stop() {
        bench.writer.close();
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void after_any_fault_that_heals_the_alert_is_told_under_one_key(Fault fault) throws Exception {
        receiver.failsBy(fault);
        bench.write(AlertExamples.fired("billing"));
        bench.mailbox.runNext();
        assertThat(bench.metrics.count("retries")).isEqualTo(fault == Fault.NONE ? 0 : 1);
        receiver.failsBy(Fault.NONE);
        bench.time.advance(ReceiverBench.MINUTE);
        if (fault != Fault.NONE) {
            bench.mailbox.runNext();
        }
        assertThat(bench.checkpoint()).singleElement().satisfies(state -> assertThat(state.waiting())
                .isEmpty());
        assertThat(receiver.told()).isNotEmpty().allSatisfy(told -> assertThat(told.headers())
                .containsEntry("idempotency-key", AlertExamples.fired("billing").idempotencyKey()));
        assertThat(bench.metrics.count("numRecordsSend")).isEqualTo(1);
    }

    @Test
    void when_nobody_listens_the_alert_waits() throws Exception {
        receiver.close();
        bench.write(AlertExamples.fired("billing"));
        bench.mailbox.runNext();
        assertThat(bench.checkpoint()).hasSize(1);
        assertThat(bench.metrics.count("retries")).isEqualTo(1);
    }

    @Test
    void no_redirect_is_followed_and_what_is_answered_is_told_briefly_in_one_line() throws Exception {
        receiver.answers(302);
        bench.write(AlertExamples.fired("billing"));
        bench.mailbox.runNext();
        bench.mailbox.runNext();
        assertThat(bench.deadLetters).singleElement().satisfies(letter -> assertThat(letter.reason())
                .startsWith("302 okok")
                .hasSizeLessThan(310));
        assertThat(receiver.told()).isEmpty();
    }

    @Test
    void retry_after_is_heard_over_the_wire() throws Exception {
        try (HttpTransport transport = new HttpTransport("webhook", TIMEOUT)) {
            receiver.failsBy(Fault.TOO_MANY_REQUESTS);
            Answer answer =
                    transport.post(HttpCall.json(receiver.url(), new byte[0])).get();
            assertThat(answer.waitFrom(0)).isEqualTo(7_000);
        }
    }
}
