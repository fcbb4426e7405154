package io.replybeat.stream.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.care.brand.Brands;
import io.replybeat.care.event.Event;
import io.replybeat.care.story.RandomTimeline;
import io.replybeat.stream.options.Options;
import io.replybeat.stream.options.StateBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The promise of DEFINITIONS §2 on the whole pipeline: 240 random timelines, each delivered in any order, some events
 * twice, most of them long after the watermark, through 1 and 2 subtasks, with a crash in the middle. Alerts judge what came
 * in time: {@link AlertsConvergeTest}.
 */
class PipelineConvergesTest {

    private static final long START = Instant.parse("2026-03-20T07:00:00Z").toEpochMilli();
    private static final int CONVERSATIONS = 30;

    private static final Brands BRANDS = Brands.parse(
            """
            brands:
              acme:
                time_zone: Europe/Berlin
                business_hours:
                  - weekly: {mon: ["09:00-12:30", "13:30-18:00"], tue: ["09:00-18:00"], fri: ["09:00-16:00"]}
                sla:
                  - {tier: 3, clock: business, first_response: 15m, next_reply: 30m, resolution: 8h}
                  - {clock: active_business, first_response: 1h, next_reply: 4h, resolution: 24h}
              zeta:
                time_zone: Asia/Kolkata
                policies: {wait_starts_at: newest, bot_reply_ends_wait: false, first_response_anchor: last_handoff_or_reopen}
            """);

    /** Alerts are judgements of their moment: they are not asked to agree on what came hours late. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 1", "5, 2", "6, 2", "7, 2", "8, 2"})
    void any_order_and_a_crash_end_with_the_documents_of_the_ordered_batch(long seed, int parallelism) {
        List<Event> all = new ArrayList<>();
        List<Event> ordered = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            String brand = i % 3 == 0 ? "zeta" : "acme";
            List<Event> events =
                    RandomTimeline.of(seed * 1000 + i, brand, "c" + i, START, 1 + new Random(seed + i).nextInt(40));
            all.addAll(RandomTimeline.delivered(events, seed));
            ordered.addAll(events);
        }
        Collections.shuffle(all, new Random(seed));
        ordered.sort(Event.TIMELINE_ORDER);

        Map<String, String> expected = new PipelineRun("ordered-" + seed)
                .with(options -> options.with(BRANDS).with(Options.ALERTS_ENABLED, false))
                .over(ordered);
        PipelineRun run = new PipelineRun("shuffled-" + seed)
                .with(options -> options.with(BRANDS)
                        .with(Options.ALERTS_ENABLED, false)
                        .with(Options.STATE_BACKEND, seed % 4 == 0 ? StateBackend.ROCKSDB : StateBackend.HASHMAP))
                .parallelism(parallelism)
                .crashAfter(all.size() / 2);
        Map<String, String> shuffled = run.over(all);

        assertThat(run.hasCrashed()).isTrue();
        assertThat(expected).hasSizeGreaterThan(CONVERSATIONS * 3);
        assertThat(difference(expected, shuffled)).isEmpty();
    }

    private static List<String> difference(Map<String, String> expected, Map<String, String> actual) {
        List<String> differences = new ArrayList<>();
        expected.forEach((id, json) -> {
            if (!json.equals(actual.get(id))) {
                differences.add("expected " + json + "\n     but " + actual.get(id));
            }
        });
        actual.forEach((id, json) -> {
            if (!expected.containsKey(id)) {
                differences.add("nobody expected " + json);
            }
        });
        return differences.stream().limit(5).toList();
    }
}
