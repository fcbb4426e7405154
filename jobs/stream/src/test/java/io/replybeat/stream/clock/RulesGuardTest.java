package io.replybeat.stream.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.replybeat.care.book.SeriesChange;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.clock.Conversation.Remembrance;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.event.Event;
import io.replybeat.care.metric.Cut;
import io.replybeat.stream.document.WritePace;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.throwable.ThrowableClassifier;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RulesGuardTest {

    private static final Brands BERLIN = Brands.parse("brands: {acme: {time_zone: Europe/Berlin}}");
    private static final Brands LISBON = Brands.parse("brands: {acme: {time_zone: Europe/Lisbon}}");

    @Test
    void a_restore_under_changed_rules_ends_the_job_for_good_and_says_what_to_do() throws Exception {
        Throwable refusal = catchThrowable(() -> run(LISBON, run(BERLIN, null)));
        assertThat(refusal).hasMessageContaining(LISBON.fingerprint()).hasMessageContaining("--kafka.start earliest");
        assertThat(ThrowableClassifier.findThrowableOfThrowableType(refusal, ThrowableType.NonRecoverableError))
                .as("else Flink restarts the job for ever")
                .isPresent();
    }

    @Test
    void a_restore_under_the_same_rules_goes_on() throws Exception {
        OperatorSubtaskState state = run(BERLIN, null);
        assertThatCode(() -> run(BERLIN, state)).doesNotThrowAnyException();
    }

    @SuppressWarnings("try") // The harness's close may throw InterruptedException; nobody interrupts here.
    private static OperatorSubtaskState run(Brands brands, OperatorSubtaskState from) throws Exception {
        ConversationClockOperator.Settings settings = new ConversationClockOperator.Settings(
                brands,
                new Remembrance(
                        Duration.ofDays(7).toMillis(), Duration.ofDays(90).toMillis()),
                Duration.ofMinutes(10),
                EnumSet.allOf(Cut.class),
                new WritePace(Duration.ofSeconds(1)),
                1,
                brands.fingerprint());
        try (KeyedOneInputStreamOperatorTestHarness<String, Event, SeriesChange> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new ConversationClockOperator(settings),
                        event -> DocumentId.of(event.brand(), event.conversationId()),
                        Types.STRING)) {
            harness.setup();
            harness.initializeState(from);
            harness.open();
            return harness.snapshot(1, 1);
        }
    }
}
