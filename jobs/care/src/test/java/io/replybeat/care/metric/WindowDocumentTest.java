package io.replybeat.care.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.fact.Durations;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WindowDocumentTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Series ACME_ON_X = new Series("acme", Cut.NETWORK, "x");

    @Test
    void a_document_says_whose_it_is_and_of_when() {
        Map<String, Object> fields = hour(new Summary()).fields();
        assertThat(fields)
                .containsEntry("id", "acme|network|x|1h|2026-03-04T10:00:00Z")
                .containsEntry("brand", "acme")
                .containsEntry("cut", "network")
                .containsEntry("value", "x")
                .containsEntry("size", "1h")
                .containsEntry("start", "2026-03-04T10:00:00Z")
                .containsEntry("end", "2026-03-04T11:00:00Z");
        assertThat(fields.keySet().iterator().next()).isEqualTo("id");
    }

    @Test
    void counts_are_written_as_zero_but_shares_and_timings_without_anything_are_left_out() {
        assertThat(hour(new Summary()).fields())
                .containsEntry("messages_in", 0L)
                .containsEntry("waits_received", 0L)
                .containsEntry("customers", 0L)
                .doesNotContainKeys("reply_rate", "resolution_rate", "first_response", "bot_share");
    }

    @Test
    void a_timing_is_an_object_with_its_business_time_within() {
        Summary summary = new Summary();
        summary.time(Timing.FIRST_RESPONSE, new Durations(90, 30, 30, true), 1);
        QuantileSketch ninety = new QuantileSketch();
        ninety.add(90, 1);
        Map<String, Object> firstResponse = object(hour(summary).fields(), "first_response");
        assertThat(firstResponse)
                .containsEntry("count", 1L)
                .containsEntry("sum_seconds", 90L)
                .containsEntry("mean_seconds", 90.0)
                .containsEntry("p50_seconds", 90L)
                .containsEntry("histogram", Map.of("1m_5m", 1L))
                .containsEntry("sketch", ninety.toBase64());
        assertThat(object(firstResponse, "business")).containsEntry("p95_seconds", 30L);
    }

    @Test
    void a_document_read_after_json_is_the_one_written_with_its_customers_as_a_number() {
        RandomSummaries draw = new RandomSummaries(3, 0);
        for (int i = 0; i < 300; i++) {
            WindowDocument written = hour(draw.summary());
            WindowDocument read = WindowDocument.read(throughJson(written.fields()));

            Summary expected = written.summary();
            expected.setDistinctCustomers(expected.takeCustomers().distinct());
            assertThat(read).isEqualTo(written);
            assertThat(read.fields()).isEqualTo(written.fields());
        }
    }

    @Test
    void merged_windows_of_documents_answer_as_the_whole_would() {
        Summary whole = new Summary();
        Summary merged = new Summary();
        RandomSummaries draw = new RandomSummaries(4);
        for (int window = 0; window < 24; window++) {
            Summary part = new Summary();
            for (int i = 0; i < 50; i++) {
                part.time(Timing.FIRST_RESPONSE, draw.durations(), 1);
                part.count(Counter.WAITS_RECEIVED, 2);
                part.count(Counter.WAITS_ANSWERED, 1);
            }
            whole.add(part);
            merged.add(WindowDocument.read(hour(part).fields()).summary());
        }
        assertThat(merged).isEqualTo(whole);
        assertThat(Metrics.named("reply_rate").value(merged)).isEqualTo(0.5);
    }

    @Test
    void a_day_is_the_sum_of_its_hours_and_an_hour_of_its_minutes_also_when_clocks_change() {
        Map<Long, Summary> days = new TreeMap<>();
        Map<Long, Summary> hours = new TreeMap<>();
        Map<Long, Summary> minutes = new TreeMap<>();
        RandomSummaries draw = new RandomSummaries(5);
        Random random = new Random(5);
        long from = Instant.parse("2026-10-23T00:00:00Z").toEpochMilli();
        for (Consumer<Summary> event : draw.changes(5_000)) {
            long instant = from + random.nextLong(4 * 86_400_000L);
            event.accept(days.computeIfAbsent(WindowSize.DAY.startOf(instant, BERLIN), start -> new Summary()));
            event.accept(hours.computeIfAbsent(WindowSize.HOUR.startOf(instant, BERLIN), start -> new Summary()));
            event.accept(minutes.computeIfAbsent(WindowSize.MINUTE.startOf(instant, BERLIN), start -> new Summary()));
        }
        assertThat(rolledUp(minutes, WindowSize.HOUR)).isEqualTo(hours);
        assertThat(rolledUp(hours, WindowSize.DAY)).isEqualTo(days).hasSize(5);
    }

    private static Map<Long, Summary> rolledUp(Map<Long, Summary> parts, WindowSize size) {
        Map<Long, Summary> wholes = new TreeMap<>();
        parts.forEach((start, part) -> wholes.computeIfAbsent(size.startOf(start, BERLIN), at -> new Summary())
                .add(part));
        return wholes;
    }

    private static WindowDocument hour(Summary summary) {
        return new WindowDocument(ACME_ON_X, WindowSize.HOUR, at("10"), at("11"), summary);
    }

    private static long at(String hour) {
        return Instant.parse("2026-03-04T" + hour + ":00:00Z").toEpochMilli();
    }

    /** As a JSON reader gives it back: small whole numbers are ints. */
    private static Map<String, Object> throughJson(Map<String, Object> fields) {
        Map<String, Object> read = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?>) {
                read.put(name, throughJson(object(fields, name)));
            } else {
                read.put(name, value instanceof Long number && number == number.intValue() ? number.intValue() : value);
            }
        });
        return read;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> fields, String name) {
        return (Map<String, Object>) fields.get(name);
    }
}
