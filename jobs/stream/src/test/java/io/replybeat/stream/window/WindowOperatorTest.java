package io.replybeat.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.book.SeriesChange;
import io.replybeat.care.brand.Brands;
import io.replybeat.care.metric.Counter;
import io.replybeat.care.metric.Cut;
import io.replybeat.care.metric.Series;
import io.replybeat.care.metric.Summary;
import io.replybeat.care.metric.WindowSize;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.DocumentType;
import io.replybeat.stream.document.Kind;
import io.replybeat.stream.document.WritePace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which windows are written, withdrawn, given up; what is left of them in state. */
class WindowOperatorTest {

    private static final long TEN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final Duration RETENTION = Duration.ofDays(2);
    private static final String SERIES = new Series("acme", Cut.NETWORK, "x").key();

    private KeyedOneInputStreamOperatorTestHarness<String, SeriesChange, Document> harness;

    @BeforeEach
    void open() throws Exception {
        WindowOperator.Settings settings = new WindowOperator.Settings(
                Brands.none(),
                List.of(new WindowSize(MINUTE), new WindowSize(HOUR)),
                RETENTION,
                new WritePace(Duration.ofSeconds(1)));
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new WindowOperator(settings), SeriesChange::series, Types.STRING);
        harness.setup(DocumentType.INSTANCE.createSerializer(new SerializerConfigImpl()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void changes_between_two_flushes_are_one_write_a_window() throws Exception {
        arrive(TEN, 1);
        arrive(TEN, 1);
        arrive(TEN + MINUTE, 1);
        harness.setProcessingTime(1_000);
        assertThat(harness.extractOutputValues())
                .extracting(Document::id)
                .containsExactlyInAnyOrder(
                        "acme|network|x|1m|2026-03-04T10:00:00Z",
                        "acme|network|x|1m|2026-03-04T10:01:00Z",
                        "acme|network|x|1h|2026-03-04T10:00:00Z");
        assertThat(last("acme|network|x|1h|2026-03-04T10:00:00Z").body().fields())
                .containsEntry("messages_in_public", 3L);
    }

    @Test
    void a_window_of_which_nothing_is_left_is_withdrawn_and_forgotten() throws Exception {
        arrive(TEN, 1);
        flush();
        arrive(TEN, -1);
        flush();
        assertThat(last("acme|network|x|1m|2026-03-04T10:00:00Z").isWithdrawn()).isTrue();
        assertThat(last("acme|network|x|1h|2026-03-04T10:00:00Z").isWithdrawn()).isTrue();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void a_change_that_came_to_nothing_withdraws_what_a_run_before_a_crash_may_have_written() throws Exception {
        arrive(TEN, 0);
        flush();
        assertThat(harness.extractOutputValues()).hasSize(2).allMatch(Document::isWithdrawn);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void nothing_of_a_window_is_left_after_its_retention() throws Exception {
        arrive(TEN, 1);
        flush();
        assertThat(harness.numKeyedStateEntries()).isPositive();
        harness.processWatermark(TEN + HOUR + RETENTION.toMillis() - 1);
        assertThat(harness.numKeyedStateEntries()).as("the hour is still there").isPositive();
        harness.processWatermark(TEN + HOUR + RETENTION.toMillis());
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void a_change_after_the_retention_is_told_as_late_and_replaces_no_window() throws Exception {
        harness.processWatermark(TEN + HOUR + RETENTION.toMillis());
        arrive(TEN, 1);
        flush();
        assertThat(harness.extractOutputValues()).isNotEmpty().allMatch(document -> document.kind() == Kind.LATE);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void a_change_that_came_to_nothing_is_never_late() throws Exception {
        harness.processWatermark(TEN + HOUR + RETENTION.toMillis());
        arrive(TEN, 0);
        flush();
        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void the_end_of_the_input_forgets_no_window_and_writes_what_is_left() throws Exception {
        arrive(TEN, 1);
        harness.processWatermark(Watermark.MAX_WATERMARK);
        harness.endInput();
        assertThat(harness.extractOutputValues()).hasSize(2).allMatch(document -> document.kind() == Kind.WINDOWS);
        assertThat(harness.getOutput()).contains(Watermark.MAX_WATERMARK);
        assertThat(harness.numKeyedStateEntries()).isPositive();
    }

    @Test
    void the_first_change_after_a_quiet_night_is_written_as_soon_as_any_other() throws Exception {
        harness.processWatermark(TEN);
        harness.setProcessingTime(TEN + 8 * HOUR);
        arrive(TEN + 8 * HOUR, 1);
        harness.processWatermark(TEN + 8 * HOUR);
        harness.setProcessingTime(TEN + 8 * HOUR + 1_000);
        assertThat(harness.extractOutputValues()).hasSize(2);
    }

    @Test
    void while_event_time_is_far_behind_changes_are_written_a_tenth_as_often() throws Exception {
        harness.setProcessingTime(TEN + 8 * HOUR);
        harness.processWatermark(TEN);
        arrive(TEN, 1);
        harness.setProcessingTime(TEN + 8 * HOUR + 9_000);
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.setProcessingTime(TEN + 8 * HOUR + 11_000);
        assertThat(harness.extractOutputValues()).hasSize(2);
    }

    private void arrive(long minute, int messages) throws Exception {
        Summary change = new Summary();
        change.count(Counter.MESSAGES_IN_PUBLIC, messages);
        if (messages != 0) {
            change.customer(42, messages);
        }
        harness.processElement(new SeriesChange(SERIES, new HashMap<>(Map.of(minute, change))), minute);
    }

    private void flush() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
    }

    private Document last(String id) {
        return harness.extractOutputValues().stream()
                .filter(document -> document.id().equals(id))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
