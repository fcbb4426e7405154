package io.replybeat.stream.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.book.SeriesChange;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.clock.Conversation.Remembrance;
import io.replybeat.care.document.DocumentId;
import io.replybeat.care.event.Event;
import io.replybeat.care.event.Payload.Author;
import io.replybeat.care.event.Payload.Direction;
import io.replybeat.care.event.Payload.Message;
import io.replybeat.care.event.Payload.Visibility;
import io.replybeat.care.metric.Cut;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.document.WritePace;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator adds to the timeline: state, timers, bundles, the late output and the guard over its checkpoints. */
class ConversationClockOperatorTest {

    private static final long TEN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final Duration MEMORY = Duration.ofDays(90);
    private static final Brands BRANDS = answeredWithin("1h");

    private KeyedOneInputStreamOperatorTestHarness<String, Event, SeriesChange> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness(BRANDS);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void what_falls_due_while_the_bundle_is_unwritten_is_missed() throws Exception {
        arrive(question("q", TEN));
        harness.processWatermark(TEN + 61 * MINUTE);
        flush();
        assertThat(fact("sla")).containsEntry("outcome", "breached");
    }

    @Test
    void what_falls_due_after_the_last_flush_is_missed_when_event_time_gets_there() throws Exception {
        arrive(question("q", TEN));
        flush();
        assertThat(fact("sla")).containsEntry("outcome", "running");
        harness.processWatermark(TEN + 61 * MINUTE);
        flush();
        assertThat(fact("sla")).containsEntry("outcome", "breached");
    }

    @Test
    void a_window_in_which_a_run_before_a_crash_may_have_booked_a_missed_level_is_named_again() throws Exception {
        harness.setProcessingTime(TEN + DAY);
        arrive(question("q", TEN));
        arrive(reply("r", TEN + 30 * MINUTE));
        flush();
        assertThat(harness.extractOutputValues()).anySatisfy(change -> assertThat(
                        change.minutes().get(TEN + 60 * MINUTE).isEmpty())
                .isTrue());
    }

    @Test
    void a_level_that_is_due_in_the_future_can_have_been_booked_nowhere() throws Exception {
        harness.setProcessingTime(TEN - 2 * DAY);
        arrive(question("q", TEN));
        arrive(reply("r", TEN + 30 * MINUTE));
        flush();
        assertThat(harness.extractOutputValues())
                .noneMatch(change -> change.minutes().containsKey(TEN + 60 * MINUTE))
                .isNotEmpty();
    }

    @Test
    void nothing_of_a_conversation_is_left_when_it_is_forgotten() throws Exception {
        // More than one stretch of events, so that all three kinds of state are in use.
        for (int i = 0; i < 200; i++) {
            arrive(question("q" + i, TEN + i * MINUTE));
        }
        flush();
        assertThat(harness.numKeyedStateEntries()).isGreaterThan(2);
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);

        long last = TEN + 199 * MINUTE;
        harness.processWatermark(last + RETENTION.toMillis() + 1);
        flush();
        assertThat(harness.numKeyedStateEntries()).as("the settled fold alone").isEqualTo(1);

        harness.processWatermark(last + RETENTION.toMillis() + MEMORY.toMillis() + 1);
        flush();
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void an_event_of_a_settled_past_is_told_as_late_and_changes_nothing() throws Exception {
        arrive(question("q", TEN));
        flush();
        harness.processWatermark(TEN + RETENTION.toMillis() + DAY);
        flush();
        int before = documents().size();
        arrive(question("too-late", TEN - MINUTE));
        flush();
        List<Document> told = documents().subList(before, documents().size());
        assertThat(told).extracting(Document::kind).containsExactly(Kind.LATE);
        assertThat(told.get(0).id()).isEqualTo("acme|c1|too-late");
    }

    @Test
    void an_event_within_the_retention_is_not_late_however_far_event_time_has_come() throws Exception {
        arrive(question("q", TEN));
        flush();
        harness.processWatermark(TEN + RETENTION.toMillis() - MINUTE);
        arrive(question("late", TEN - MINUTE));
        flush();
        assertThat(documents()).extracting(Document::kind).doesNotContain(Kind.LATE);
    }

    @Test
    void a_restore_under_other_rules_is_refused_with_the_two_ways_out() throws Exception {
        arrive(question("q", TEN));
        OperatorSubtaskState checkpoint = snapshot();
        harness.close();
        harness = harness(answeredWithin("2h"));
        assertThatThrownBy(() -> harness.initializeState(checkpoint))
                .hasMessageContaining("rules")
                .hasMessageContaining("former configuration")
                .hasMessageContaining("--kafka.start earliest");
    }

    @Test
    void a_restore_under_the_same_rules_goes_on_where_it_was() throws Exception {
        arrive(question("q", TEN));
        OperatorSubtaskState checkpoint = snapshot();
        harness.close();
        harness = harness(answeredWithin("1h"));
        harness.initializeState(checkpoint);
        harness.open();
        harness.processWatermark(TEN + 61 * MINUTE);
        flush();
        assertThat(fact("sla")).containsEntry("outcome", "breached");
    }

    @Test
    void the_end_of_the_input_is_no_instant_nothing_falls_due_and_what_was_unwritten_is_written() throws Exception {
        arrive(question("q", TEN));
        harness.processWatermark(Watermark.MAX_WATERMARK);
        harness.endInput();
        assertThat(fact("sla")).containsEntry("outcome", "running");
        assertThat(harness.getOutput()).contains(Watermark.MAX_WATERMARK);
        assertThat(harness.numKeyedStateEntries()).isPositive();
    }

    @Test
    void one_watermark_that_wakes_more_conversations_than_fit_into_a_bundle_is_written_in_several() throws Exception {
        for (int i = 0; i < 2_500; i++) {
            Event question = question("q" + i, TEN);
            arrive(new Event(question.eventId(), 0, "acme", "c" + i, "x", TEN, Event.UNKNOWN, 0, question.payload()));
        }
        flush();
        int before = documents().size();
        harness.processWatermark(TEN + 61 * MINUTE);
        assertThat(documents().size() - before)
                .as("written before the next flush")
                .isGreaterThan(2_000);
    }

    private OperatorSubtaskState snapshot() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return harness.snapshot(1, 1);
    }

    private void arrive(Event event) throws Exception {
        harness.processElement(event, event.occurredAt());
    }

    private void flush() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
    }

    private List<Document> documents() {
        var told = harness.getSideOutput(ConversationClockOperator.DOCUMENTS);
        return told == null
                ? List.of()
                : told.stream().map(record -> record.getValue()).toList();
    }

    /** The last version of the only fact of this kind. */
    private Map<String, Object> fact(String kind) {
        return documents().stream()
                .filter(document -> document.kind() == Kind.FACTS && !document.isWithdrawn())
                .map(document -> document.body().fields())
                .filter(fields -> fields.get("kind").equals(kind))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Event, SeriesChange> harness(Brands brands)
            throws Exception {
        ConversationClockOperator.Settings settings = new ConversationClockOperator.Settings(
                brands,
                new Remembrance(RETENTION.toMillis(), MEMORY.toMillis()),
                Duration.ofMinutes(10),
                EnumSet.allOf(Cut.class),
                new WritePace(Duration.ofSeconds(1)),
                1000,
                brands.fingerprint());
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new ConversationClockOperator(settings),
                event -> DocumentId.of(event.brand(), event.conversationId()),
                Types.STRING);
    }

    private static Brands answeredWithin(String time) {
        return Brands.parse("brands: {acme: {sla: [{clock: calendar, first_response: " + time + "}]}}");
    }

    private static Event question(String id, long at) {
        return message(id, at, Direction.INBOUND, new Author("u1", Author.Kind.CUSTOMER));
    }

    private static Event reply(String id, long at) {
        return message(id, at, Direction.OUTBOUND, new Author("ana", Author.Kind.AGENT));
    }

    private static Event message(String id, long at, Direction direction, Author author) {
        Message message =
                new Message(direction, Visibility.PUBLIC, author, null, false, null, null, null, List.of(), null);
        return new Event(id, 0, "acme", "c1", "x", at, Event.UNKNOWN, 0, message);
    }
}
