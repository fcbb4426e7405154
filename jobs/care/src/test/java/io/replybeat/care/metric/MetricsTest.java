package io.replybeat.care.metric;

import static io.replybeat.care.metric.Counter.CONVERSATIONS_OPENED;
import static io.replybeat.care.metric.Counter.CONVERSATIONS_RESOLVED_NOW;
import static io.replybeat.care.metric.Counter.FIRST_RESPONSES_OFF_HOURS;
import static io.replybeat.care.metric.Counter.FIRST_RESPONSES_SAME_DAY;
import static io.replybeat.care.metric.Counter.FIRST_RESPONSES_WITHIN_1H;
import static io.replybeat.care.metric.Counter.FIRST_RESPONSES_WITHIN_24H;
import static io.replybeat.care.metric.Counter.MESSAGES_IN_DIRECT;
import static io.replybeat.care.metric.Counter.MESSAGES_IN_PUBLIC;
import static io.replybeat.care.metric.Counter.MESSAGES_IN_REPOSTS;
import static io.replybeat.care.metric.Counter.MESSAGES_OUT_AGENT;
import static io.replybeat.care.metric.Counter.MESSAGES_OUT_AUTOMATION;
import static io.replybeat.care.metric.Counter.MESSAGES_OUT_BOT;
import static io.replybeat.care.metric.Counter.REPLIES_OFF_HOURS;
import static io.replybeat.care.metric.Counter.SLA_NEXT_REPLY_BREACHED;
import static io.replybeat.care.metric.Counter.SLA_NEXT_REPLY_MET;
import static io.replybeat.care.metric.Counter.WAITS_ANSWERED;
import static io.replybeat.care.metric.Counter.WAITS_NO_REPLY_NEEDED;
import static io.replybeat.care.metric.Counter.WAITS_RECEIVED;
import static io.replybeat.care.metric.Counter.WAITS_WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.replybeat.care.fact.Durations;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Summary summary = new Summary();

    @Test
    void the_reply_rate_leaves_out_waits_that_need_no_reply() {
        count(WAITS_RECEIVED, 10);
        count(WAITS_ANSWERED, 6);
        count(WAITS_NO_REPLY_NEEDED, 2);
        count(WAITS_WAITING, 2);
        assertValue("reply_rate", 6 / 8.0);
    }

    @Test
    void where_nobody_waited_there_is_no_reply_rate() {
        assertNoValue("reply_rate");
    }

    @Test
    void where_no_wait_needed_a_reply_there_is_no_reply_rate() {
        count(WAITS_RECEIVED, 2);
        count(WAITS_NO_REPLY_NEEDED, 2);
        assertNoValue("reply_rate");
    }

    @Test
    void where_nobody_was_answered_the_reply_rate_is_zero() {
        count(WAITS_RECEIVED, 2);
        count(WAITS_WAITING, 2);
        assertValue("reply_rate", 0.0);
    }

    @Test
    void messages_add_up_by_kind_and_reposts_are_a_part_of_them() {
        count(MESSAGES_IN_PUBLIC, 3);
        count(MESSAGES_IN_DIRECT, 2);
        count(MESSAGES_IN_REPOSTS, 1);
        count(MESSAGES_OUT_AGENT, 4);
        count(MESSAGES_OUT_BOT, 5);
        count(MESSAGES_OUT_AUTOMATION, 6);
        assertValue("messages_in", 5L);
        assertValue("messages_out", 15L);
        assertValue("messages_in_reposts", 1L);
    }

    @Test
    void shares_of_first_responses_have_all_first_responses_below_them() {
        time(Timing.FIRST_RESPONSE, 60, 5_000, 90_000, 200_000);
        count(FIRST_RESPONSES_WITHIN_1H, 1);
        count(FIRST_RESPONSES_SAME_DAY, 1);
        count(FIRST_RESPONSES_WITHIN_24H, 2);
        count(FIRST_RESPONSES_OFF_HOURS, 3);
        assertValue("first_responses_within_1h_share", 0.25);
        assertValue("first_responses_same_day_share", 0.25);
        assertValue("first_responses_within_24h_share", 0.5);
        assertValue("first_responses_off_hours_share", 0.75);
    }

    @Test
    void the_bots_share_is_of_all_answered_waits_and_off_hours_only_of_people() {
        time(Timing.REPLY_WAIT, 60, 70, 80);
        time(Timing.BOT_REPLY_WAIT, 1);
        count(REPLIES_OFF_HOURS, 1);
        assertValue("bot_share", 0.25);
        assertValue("replies_off_hours_share", 1 / 3.0);
    }

    @Test
    void the_resolution_rate_is_of_a_cohort_and_the_flow_compares_two_crowds() {
        count(CONVERSATIONS_OPENED, 4);
        count(CONVERSATIONS_RESOLVED_NOW, 1);
        time(Timing.RESOLUTION_TIME, 10, 20, 30, 40, 50, 60);
        assertValue("resolution_rate", 0.25);
        assertValue("resolution_flow", 1.5);
    }

    @Test
    void targets_still_running_are_in_no_share() {
        assertNoValue("sla_next_reply_met_share");
        count(SLA_NEXT_REPLY_MET, 3);
        count(SLA_NEXT_REPLY_BREACHED, 1);
        assertValue("sla_next_reply_met_share", 0.75);
    }

    @Test
    void a_timing_speaks_of_both_clocks_and_of_what_ended_off_hours() {
        summary.time(Timing.REPLY_WAIT, new Durations(100, 20, 20, true), 1);
        summary.time(Timing.REPLY_WAIT, new Durations(50, 0, 0, false), 1);
        summary.time(Timing.REPLY_WAIT, new Durations(7_200, 120, 120, false), 1);
        assertValue("reply_wait.count", 3L);
        assertValue("reply_wait.sum_seconds", 7_350L);
        assertValue("reply_wait.mean_seconds", 2_450.0);
        assertValue("reply_wait.p50_seconds", 100L);
        assertValue("reply_wait.histogram", Map.of("0_1m", 1L, "1m_5m", 1L, "2h_4h", 1L));
        assertValue("reply_wait.business.sum_seconds", 140L);
        assertValue("reply_wait.business.p50_seconds", 20L);
        assertValue("reply_wait.business.p95_seconds", 120L);
        assertValue("reply_wait.off_hours.sum_seconds", 7_250L);
        assertValue("reply_wait.off_hours.p50_seconds", 50L);
    }

    @Test
    void a_timing_nobody_had_has_no_value() {
        assertNoValue("reply_wait.count");
        assertNoValue("reply_wait.mean_seconds");
        assertNoValue("reply_wait.business.p50_seconds");
        assertNoValue("reply_wait.off_hours.p50_seconds");
        assertNoValue("reply_wait.histogram");
    }

    @Test
    void customers_of_merged_windows_have_no_value() {
        summary.setDistinctCustomers(3);
        assertValue("customers", 3L);
        Summary other = new Summary();
        other.setDistinctCustomers(2);
        summary.add(other);
        assertNoValue("customers");
    }

    @Test
    void every_counter_and_every_timing_is_a_metric() {
        assertThat(Arrays.stream(Counter.values()).map(Counter::field)).allSatisfy(Metrics::named);
        for (Timing timing : Timing.values()) {
            for (ClockKind clock : ClockKind.values()) {
                assertThat(Metrics.named(TimingMetrics.field(timing, clock, "p90_seconds"))
                                .clock())
                        .isEqualTo(clock);
            }
        }
    }

    @Test
    void names_are_unique_and_every_metric_says_what_it_is() {
        assertThat(Metrics.ALL).extracting(Metric::name).doesNotHaveDuplicates();
        assertThat(Metrics.ALL).allSatisfy(metric -> {
            assertThat(metric.question()).endsWith("?");
            assertThat(metric.formula()).isNotBlank();
        });
    }

    @Test
    void a_name_that_is_none_is_refused() {
        assertThatThrownBy(() -> Metrics.named("happiness")).hasMessageContaining("happiness");
    }

    private void count(Counter counter, long n) {
        summary.count(counter, n);
    }

    private void time(Timing timing, long... seconds) {
        for (long each : seconds) {
            summary.time(timing, new Durations(each, each, each, true), 1);
        }
    }

    private void assertValue(String name, Object value) {
        assertThat(Metrics.named(name).value(summary)).isEqualTo(value);
    }

    private void assertNoValue(String name) {
        assertThat(Metrics.named(name).value(summary)).isNull();
        assertThat(Metrics.named(name).number(summary)).isEmpty();
    }
}
