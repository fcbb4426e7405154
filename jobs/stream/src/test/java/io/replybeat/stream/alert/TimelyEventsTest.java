package io.replybeat.stream.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload;
import io.replybeat.care.fact.ConversationKey;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which events are judged: each once, in order, and only those that were there in time. */
class TimelyEventsTest {

    private static final long TEN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final long SECOND = 1000;
    private static final long TICK = 200;
    private static final long MINUTE = 60_000;

    private KeyedOneInputStreamOperatorTestHarness<String, Event, LetGo> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void events_wait_until_event_time_passes_them_and_go_in_its_order() throws Exception {
        arrive("b", TEN + 2);
        arrive("a", TEN + 1);
        arrive("c", TEN + 9);
        assertThat(judged()).isEmpty();

        harness.processWatermark(TEN + 5);
        assertThat(judged()).extracting(Event::eventId).containsExactly("a", "b");

        harness.processWatermark(TEN + 9);
        assertThat(judged()).extracting(Event::eventId).containsExactly("a", "b", "c");
    }

    @Test
    void state_holds_what_waits_at_a_checkpoint_and_nothing_of_what_was_let_go() throws Exception {
        arrive("a", TEN);
        arrive("b", TEN + MINUTE);
        harness.snapshot(1, 1);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

        harness.processWatermark(TEN + MINUTE);
        harness.snapshot(2, 2);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void a_copy_is_one_event_and_a_correction_in_time_takes_its_place() throws Exception {
        arrive("a", TEN);
        arrive("a", TEN);
        harness.processElement(event("a", TEN, 1), TEN);
        harness.processWatermark(TEN);

        assertThat(judged()).extracting(Event::revision).containsExactly(1);
    }

    @Test
    void what_comes_after_event_time_has_passed_it_is_not_judged() throws Exception {
        harness.processWatermark(TEN);
        arrive("late", TEN);
        arrive("just in time", TEN + 1);
        harness.processWatermark(TEN + MINUTE);

        assertThat(judged()).extracting(Event::eventId).containsExactly("just in time");
    }

    @Test
    void a_copy_that_comes_after_a_restore_is_not_judged_again() throws Exception {
        arrive("a", TEN);
        arrive("b", TEN + MINUTE);
        harness.processWatermark(TEN);
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(checkpoint);
        harness.open();
        arrive("a", TEN);
        harness.processWatermark(TEN + MINUTE);

        assertThat(judged()).extracting(Event::eventId).containsExactly("b");
    }

    @Test
    void the_end_of_the_input_is_no_instant() throws Exception {
        arrive("a", TEN);
        harness.processWatermark(Watermark.MAX_WATERMARK);

        assertThat(judged()).isEmpty();
    }

    @Test
    void in_a_silence_event_time_goes_on_as_the_clock_does() throws Exception {
        harness.setProcessingTime(TEN + 5 * SECOND);
        arrive("a", TEN);
        arrive("b", TEN + 20 * SECOND);
        harness.processWatermark(TEN);
        harness.processWatermarkStatus(WatermarkStatus.IDLE);
        harness.setProcessingTime(TEN + 24 * SECOND);
        assertThat(judged()).extracting(Event::eventId).containsExactly("a");

        harness.setProcessingTime(TEN + 25 * SECOND);
        assertThat(judged()).extracting(Event::eventId).containsExactly("a", "b");
    }

    @Test
    void a_silence_began_when_event_time_was_told_last_not_when_it_was_noticed() throws Exception {
        harness.setProcessingTime(TEN + 3 * SECOND);
        arrive("a", TEN + 3 * SECOND);
        harness.processWatermark(TEN);
        harness.setProcessingTime(TEN + 4 * SECOND);
        harness.processWatermarkStatus(WatermarkStatus.IDLE);
        harness.setProcessingTime(TEN + 6 * SECOND - 1);
        assertThat(judged()).isEmpty();

        harness.setProcessingTime(TEN + 6 * SECOND + TICK);
        assertThat(judged()).hasSize(1);
    }

    @Test
    void after_a_silence_time_does_not_go_back_and_runs_by_the_events_again() throws Exception {
        harness.setProcessingTime(TEN);
        harness.processWatermark(TEN);
        harness.processWatermarkStatus(WatermarkStatus.IDLE);
        harness.setProcessingTime(TEN + MINUTE);
        harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
        arrive("a", TEN + MINUTE + SECOND);
        harness.processWatermark(TEN + 30 * SECOND);
        harness.setProcessingTime(TEN + 5 * MINUTE);
        assertThat(judged()).isEmpty();

        harness.processWatermark(TEN + 2 * MINUTE);
        assertThat(judged()).extracting(Event::eventId).containsExactly("a");
    }

    @Test
    void before_the_first_event_there_is_no_time_to_go_on() throws Exception {
        harness.processWatermarkStatus(WatermarkStatus.IDLE);
        harness.setProcessingTime(TEN);
        harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
        arrive("a", TEN - MINUTE);
        harness.processWatermark(TEN - MINUTE);

        assertThat(judged()).hasSize(1);
    }

    private List<Event> judged() {
        return harness.extractOutputValues().stream()
                .filter(each -> !each.late())
                .map(LetGo::event)
                .toList();
    }

    private void arrive(String id, long at) throws Exception {
        harness.processElement(event(id, at, 0), at);
    }

    private static Event event(String id, long at, int revision) {
        return new Event(id, revision, "acme", "c1", "x", at, Event.UNKNOWN, 0, new Payload.BotHandoff());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Event, LetGo> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(new TimelyEvents(), ConversationKey::idOf, Types.STRING);
    }
}
